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

/**
 * Deploys test applications to a Payara Micro that goes on after them: one with the libraries that thin applications leave to the
 * server, or one without for an application that brings its own.
 */
public final class MicroContainer implements DeployableContainer<MicroConfiguration> {
    private static final String ENGINE = ".*/lib/polyglot-.*";

    /** With libraries it outlives Arquillian, which starts and stops its containers for each class where several JVMs test. */
    private static MicroServer server;

    private static boolean offersLibraries;
    private static int servers;

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

    private MicroServer server(boolean thin) {
        if (server != null && thin != offersLibraries) {
            end();
        }
        if (server == null) {
            List<String> options = new ArrayList<>(configuration.microOptions());
            if (thin) {
                options.addAll(List.of("--addLibs", System.getProperty("it.payara.libraries")));
            }
            File log = work.resolve("server-" + ++servers + ".log").toFile();
            server = new MicroServer(configuration.jvmOptions(), options, log);
            offersLibraries = thin;
        }
        return server;
    }

    /** A server with libraries ends with this JVM. */
    @Override
    public void stop() {
        if (server != null && !offersLibraries) {
            end();
        }
    }

    private static void end() {
        server.close();
        server = null;
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        File file = work.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        boolean thin = archive.getContent(Filters.include(ENGINE)).isEmpty();
        MicroServer server = server(thin);
        long said = server.said();
        if (!server.deploy(file)) {
            throw new DeploymentException(archive.getName() + " was refused:\n" + server.saidSince(said));
        }
        return new ProtocolMetaData();
    }

    @Override
    public void undeploy(Archive<?> archive) {
        server.undeploy(archive.getName());
    }
}
