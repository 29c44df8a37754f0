# SPDX-License-Identifier: Apache-2.0
# Builds what overload and soak run: the product with their scripts, the server, and the generator. Sourced by them.

# build_load NAME [wildfly]: sets root, work and classes. MAVEN_ARGS, such as -o, is for versions of Maven that do not read it.
build_load() {
  local here
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  root=$(cd "$here/../../.." && pwd)
  work=$root/target/bench-load/$1${2:+-$2}
  classes=$work/classes
  # the logs of an earlier run must not be read as this one's
  rm -rf "$work"
  mkdir -p "$work/folder/load" "$work/war/WEB-INF/scripts/load" "$work/war/WEB-INF/classes"
  # shellcheck disable=SC2086
  mvn -B -q ${MAVEN_ARGS:-} -f "$root/pom.xml" package dependency:build-classpath -DincludeArtifactIds=jakarta.jakartaee-api \
    -Dmdep.outputFile="$work/jakarta.txt" -DskipTests -Dspotless.check.skip -Dcheckstyle.skip || return
  if [ "${2:-}" = wildfly ]; then
    # shellcheck disable=SC2086
    mvn -B -q ${MAVEN_ARGS:-} -f "$root/pom.xml" dependency:unpack@wildfly -Pwildfly || return
  elif [ ! -f "$root/target/payara-micro.jar" ]; then
    # shellcheck disable=SC2086
    mvn -B -q ${MAVEN_ARGS:-} -f "$root/pom.xml" dependency:copy@payara-micro || return
  fi
  local bin=${JAVA_HOME:+$JAVA_HOME/bin/}
  "${bin}javac" -Xlint:all -Werror -d "$classes" "$here"/org/scriptingsession/load/*.java || return
  "${bin}javac" --release 17 -parameters -proc:none -cp "$root/target/scripting-session-classes.jar:$(cat "$work/jakarta.txt")" \
    -d "$work/war/WEB-INF/classes" "$here"/bean/*.java || return
  cp "$here"/scripts/*.mjs "$work/war/WEB-INF/scripts/load/"
  echo "what the server reads from the application" >"$work/war/static.txt"
  cp "$root/target/scripting-session.war" "$work/scripting-session.war" || return
  # a script that is stopped may have begun its session and not said yet how long it lives: a minute then, not the server's half hour
  (cd "$work/war" && "${bin}jar" xf "$work/scripting-session.war" WEB-INF/web.xml \
    && sed -i 's#</web-app>#<session-config><session-timeout>1</session-timeout></session-config>&#' WEB-INF/web.xml \
    && grep -q '<session-timeout>1<' WEB-INF/web.xml && "${bin}jar" uf "$work/scripting-session.war" .)
}

# run_load MAIN-CLASS [ARGUMENTS]: takes this shell's place
run_load() {
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -Dload.root="$root" -Dload.work="$work" -cp "$classes" \
    "org.scriptingsession.load.$1" "${@:2}"
}
