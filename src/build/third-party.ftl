<#-- META-INF/THIRD-PARTY.txt: what the WAR contains that others have written, each with its licences. -->
Libraries in the WAR by others, with their licences:

<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
${library.name} (${library.groupId}:${library.artifactId}:${library.version}): <#list entry.getValue() as licence>${licence}<#sep>, </#sep></#list>
</#list>

In the file org/scriptingsession/explorer/lib/standalone.module.js, which is taken out of htm, and on none of Maven's lists:

Preact (https://preactjs.com): MIT License
