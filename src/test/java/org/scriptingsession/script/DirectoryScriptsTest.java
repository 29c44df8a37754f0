// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** The folder's scripts are as its files are now, and no file outside the folder is one. */
class DirectoryScriptsTest {
    @TempDir
    private Path temporary;

    private Path root;
    private DirectoryScripts scripts;

    @BeforeEach
    void openFolder() throws IOException {
        root = Files.createDirectory(temporary.resolve("scripts")).toRealPath();
        scripts = new DirectoryScripts(root, InstantSource.system());
    }

    @Test
    void aFileIsFoundByItsPath() throws IOException {
        write("shop/cart.mjs", "let a;");

        assertEquals("let a;", text("/shop/cart.mjs"));
        assertEquals(
                "/shop/cart.mjs",
                scripts.find("/shop/cart.mjs").orElseThrow().module().path());
    }

    @Test
    void anUnchangedFileIsTheSameModule() throws IOException {
        write("a.mjs", "let a;");

        assertSame(scripts.find("/a.mjs").orElseThrow(), scripts.find("/a.mjs").orElseThrow());
    }

    @Test
    void aFileRewrittenAsItWasIsTheSameModule() throws IOException {
        Path file = write("a.mjs", "let a;");
        ScriptFile before = scripts.find("/a.mjs").orElseThrow();
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));

        assertSame(before, scripts.find("/a.mjs").orElseThrow());
    }

    @Test
    void aChangeOfTheSameSizeAtTheSameTimeIsNoticed() throws IOException {
        Path file = write("a.mjs", "let a;");
        FileTime time = Files.getLastModifiedTime(file);
        assertEquals("let a;", text("/a.mjs"));
        Files.writeString(file, "let b;");
        Files.setLastModifiedTime(file, time);

        assertEquals("let b;", text("/a.mjs"));
    }

    @Test
    void aChangeToAnOlderTimeIsNoticed() throws IOException {
        Path file = write("a.mjs", "let a;");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        assertEquals("let a;", text("/a.mjs"));
        Files.writeString(file, "let b;");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));

        assertEquals("let b;", text("/a.mjs"));
    }

    @Test
    void aFilePutInPlaceOfAnotherIsNoticed() throws IOException {
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        Path file = write("a.mjs", "let a;");
        Files.setLastModifiedTime(file, old);
        assertEquals("let a;", text("/a.mjs"));
        Path other = write("b.mjs", "let b;");
        Files.setLastModifiedTime(other, old);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertEquals("let b;", text("/a.mjs"));
    }

    @Test
    void aSettledFileIsNotReadAgain() throws IOException {
        Path file = write("a.mjs", "let a;");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        ScriptFile before = scripts.find("/a.mjs").orElseThrow();

        assertSame(before, scripts.find("/a.mjs").orElseThrow());
        Files.writeString(file, "let c;");
        assertNotSame(before, scripts.find("/a.mjs").orElseThrow());
    }

    /** As those do who copy a release with its times; the clock is ahead, so that the file seems to be settled. */
    @Test
    void aChangeThatKeepsTimeAndSizeIsNoticedInASettledFile() throws IOException {
        Path file = write("a.mjs", "let a;");
        FileTime time = Files.getLastModifiedTime(file);
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
        Object changed = Files.getAttribute(file, "unix:ctime");
        scripts = new DirectoryScripts(root, InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1)));
        assertEquals("let a;", text("/a.mjs"));
        do {
            Files.writeString(file, "let b;");
            Files.setLastModifiedTime(file, time);
        } while (Files.getAttribute(file, "unix:ctime").equals(changed));

        assertEquals("let b;", text("/a.mjs"));
    }

    /** The clock was set back since the file was written: when it was is no reason to trust what was read of it. */
    @Test
    void aFileOfTheFutureIsNeverSettled() throws IOException {
        Path file = write("a.mjs", "let a;");
        FileTime time = Files.getLastModifiedTime(file);
        scripts = new DirectoryScripts(root, InstantSource.offset(InstantSource.system(), Duration.ofHours(-1)));
        assertEquals("let a;", text("/a.mjs"));
        Files.writeString(file, "let b;");
        Files.setLastModifiedTime(file, time);

        assertEquals("let b;", text("/a.mjs"));
    }

    @Test
    void withoutTheFolderNothingIsSaidOfAFile() throws IOException {
        write("a.mjs", "let a;");
        text("/a.mjs");
        Files.move(root, temporary.resolve("away"));
        Failures.of(Mistake.FOLDER_GONE, () -> scripts.find("/a.mjs"));
        Files.writeString(root, "no folder");
        Failures.of(Mistake.FOLDER_GONE, () -> scripts.find("/a.mjs"));

        Files.delete(root);
        Files.move(temporary.resolve("away"), root);
        assertEquals("let a;", text("/a.mjs"));
    }

    @Test
    void aRemovedFileIsGoneAndANewOneIsFound() throws IOException {
        Path file = write("a.mjs", "let a;");
        text("/a.mjs");
        Files.delete(file);
        assertEquals(Optional.empty(), scripts.find("/a.mjs"));

        write("a.mjs", "let a;");
        assertEquals("let a;", text("/a.mjs"));
    }

    @Test
    void aBrokenFileFailsUntilItIsMended() throws IOException {
        write("a.mjs", "let a = ;");
        ScriptFile broken = scripts.find("/a.mjs").orElseThrow();
        Failures.of(Mistake.SYNTAX_ERROR, broken::module);
        assertSame(broken, scripts.find("/a.mjs").orElseThrow());

        write("a.mjs", "let a;");
        assertEquals("let a;", scripts.find("/a.mjs").orElseThrow().module().text());
    }

    @Test
    void aFileThatIsNoUtf8IsRefused() throws IOException {
        Files.write(root.resolve("a.mjs"), new byte[] {'/', '/', (byte) 0xff});

        assertEquals(
                "SCRIPTING-0207",
                Failures.of(Mistake.UNREADABLE, () -> scripts.find("/a.mjs")).id());
    }

    /** By a stand-in: root, as whom tests may run, is let into every folder. */
    @Test
    void aFileInAFolderThatLetsNobodyInIsUnreadableAndNotAbsent() {
        Path closed = (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (path, method, given) -> {
                    if (method.getName().equals("resolve")) {
                        return path;
                    }
                    throw new AccessDeniedException("shop");
                });
        scripts = new DirectoryScripts(closed, InstantSource.system());

        Failures.of(Mistake.UNREADABLE, () -> scripts.find("/shop/cart.mjs"));
    }

    @Test
    void aLinkOutOfTheFolderLeadsNowhere() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside.mjs"), "let a;");
        Files.createSymbolicLink(root.resolve("link.mjs"), outside);
        Files.createSymbolicLink(root.resolve("up"), temporary);

        assertEquals(Optional.empty(), scripts.find("/link.mjs"));
        assertEquals(Optional.empty(), scripts.find("/up/outside.mjs"));
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        write("a.mjs", "let a;");
        Files.createSymbolicLink(root.resolve("alias.mjs"), root.resolve("a.mjs"));

        assertEquals("let a;", text("/alias.mjs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../outside.mjs", "/shop/../../outside.mjs", "/shop", "/absent.mjs", "/a\u0000.mjs", "/"})
    void noPathLeadsElsewhere(String path) throws IOException {
        Files.writeString(temporary.resolve("outside.mjs"), "let a;");
        Files.createDirectory(root.resolve("shop"));

        assertEquals(Optional.empty(), scripts.find(path));
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String text(String path) {
        return scripts.find(path).orElseThrow().text();
    }
}
