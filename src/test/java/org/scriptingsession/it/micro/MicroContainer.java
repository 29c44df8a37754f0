// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.micro;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.scriptingsession.it.FreePort;

/**
 * Deploys test applications to a Payara Micro that goes on after them, with the libraries that thin applications leave to the server;
 * or, for a class whose application brings its own, to one without.
 */
public final class MicroContainer implements DeployableContainer<MicroConfiguration> {
    private static final String ENGINE = ".*/lib/polyglot-.*";
    private static final String PORT = "it.http.port";

    /** Ends with this JVM: where several JVMs test, Arquillian starts and stops its containers for each class. */
    private static MicroServer withLibraries;

    private static int servers;

    private MicroServer withoutLibraries;
    private MicroConfiguration configuration;
    private Path work;

    @Override
    public Class<MicroConfiguration> getConfigurationClass() {
        return MicroConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public void setup(MicroConfiguration configuration) {
        this.configuration = configuration;
        work = Path.of(System.getProperty("it.payara.tmp"), "it-micro-" + System.getProperty("it.fork"));
    }

    @Override
    public void start() {
        work.toFile().mkdirs();
    }

    private MicroServer begin(String... more) {
        List<String> options = new ArrayList<>(configuration.microOptions());
        options.addAll(List.of(more));
        File log = work.resolve("server-" + ++servers + ".log").toFile();
        return new MicroServer(FreePort.next(), configuration.jvmOptions(), options, log);
    }

    private MicroServer of(Archive<?> archive) {
        if (!archive.getContent(Filters.include(ENGINE)).isEmpty()) {
            withoutLibraries = withoutLibraries == null ? begin() : withoutLibraries;
            return withoutLibraries;
        }
        if (withLibraries == null) {
            withLibraries = begin("--addLibs", System.getProperty("it.payara.libraries"));
        }
        return withLibraries;
    }

    @Override
    public void stop() {
        if (withoutLibraries != null) {
            withoutLibraries.close();
            withoutLibraries = null;
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        File file = work.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        MicroServer server = of(archive);
        System.setProperty(PORT, String.valueOf(server.port()));
        long said = server.said();
        if (!server.deploy(file)) {
            throw new DeploymentException(archive.getName() + " was refused:\n" + server.saidSince(said));
        }
        return new ProtocolMetaData();
    }

    @Override
    public void undeploy(Archive<?> archive) {
        of(archive).undeploy(archive.getName());
    }
}
