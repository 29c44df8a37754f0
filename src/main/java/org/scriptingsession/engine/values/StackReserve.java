// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.impl.asm.ClassWriter;
import com.oracle.truffle.api.impl.asm.Label;
import com.oracle.truffle.api.impl.asm.MethodVisitor;
import com.oracle.truffle.api.impl.asm.Opcodes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.scriptingsession.error.Mistake;

/**
 * Keeps scripts that are deep in a recursion from calling the host. A stack that overflows in the host leaves locks held, and
 * classes whose initialization it ends are broken for everybody until the server starts again.
 *
 * <p>Java cannot ask how much stack is left. A frame is as large as its method's variables, used or not; so a few calls of a
 * method with many variables reach far. Nobody would want to read that method, so it is made here.
 */
public final class StackReserve {
    /** Of 4 KiB each. Few and large: a processor foresees the last 16 returns, and the script's own are among them. */
    private static final int FRAMES = 12;

    /** Of 8 bytes each. More would make the method longer than 8,000 bytes, and the JVM would not compile it. */
    private static final int VARIABLES = 500;

    private static final int TRAINING = 50_000;
    private static final long[] VALUES = new long[VARIABLES];
    private static final String NAME = StackReserve.class.getName().replace('.', '/') + "Frame";
    private static final String METHOD = "frame";
    private static final String SIGNATURE = "(I[J)J";
    private static final MethodHandle FRAME = make();

    static {
        // compiled from now on, with both branches: check() takes some 30 ns
        for (int i = 0; i < TRAINING; i++) {
            frames(i % 8 == 0 ? -2 : 2);
        }
    }

    private StackReserve() {}

    /** @throws org.scriptingsession.api.ScriptingException a RangeError for the script, when too little of the stack is left */
    static void check() {
        if (!isThere()) {
            throw Mistake.TOO_DEEP.with();
        }
    }

    /** Whether enough of the stack is left to call the host. */
    public static boolean isThere() {
        try {
            frames(FRAMES);
            return true;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static void frames(int count) {
        try {
            long ignored = (long) FRAME.invokeExact(count, VALUES);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the method throws no exception", e);
        }
    }

    /** The method that calls itself as many times as its argument says; for a negative one it uses its variables, too. */
    private static MethodHandle make() {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", null);
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, METHOD, SIGNATURE, null, null);
        code.visitCode();
        Label wide = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFLT, wide);
        addCalls(code);
        code.visitLabel(wide);
        addVariables(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(type.toByteArray(), true);
            return lookup.findStatic(
                    lookup.lookupClass(),
                    METHOD,
                    MethodType.fromMethodDescriptorString(SIGNATURE, StackReserve.class.getClassLoader()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class was made here", e);
        }
    }

    /** {@code return depth == 0 ? 0 : frame(depth - 1, values) + 1}: added to, so that the call is no jump. */
    private static void addCalls(MethodVisitor code) {
        Label deeper = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFNE, deeper);
        code.visitInsn(Opcodes.LCONST_0);
        code.visitInsn(Opcodes.LRETURN);
        code.visitLabel(deeper);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ISUB);
        call(code);
        code.visitInsn(Opcodes.LCONST_1);
        code.visitInsn(Opcodes.LADD);
        code.visitInsn(Opcodes.LRETURN);
    }

    /** {@code long v0 = values[0], v1 = ...; return frame(-depth, values) ^ v0 ^ v1 ...}: all live across the call. */
    private static void addVariables(MethodVisitor code) {
        for (int i = 0; i < VARIABLES; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitIntInsn(Opcodes.SIPUSH, i);
            code.visitInsn(Opcodes.LALOAD);
            code.visitVarInsn(Opcodes.LSTORE, 2 + 2 * i);
        }
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.INEG);
        call(code);
        for (int i = 0; i < VARIABLES; i++) {
            code.visitVarInsn(Opcodes.LLOAD, 2 + 2 * i);
            code.visitInsn(Opcodes.LXOR);
        }
        code.visitInsn(Opcodes.LRETURN);
    }

    private static void call(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, METHOD, SIGNATURE, false);
    }
}
