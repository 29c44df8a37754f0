// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import org.scriptingsession.error.Mistake;

/**
 * Keeps scripts that are deep in a recursion from calling the host. A stack that overflows in the host leaves locks held, and
 * classes whose initialization it ends are broken for everybody until the server starts again.
 */
public final class StackReserve {
    /** Of 1 KiB each. The JVM keeps some 80 KiB beside them that Java code cannot use. */
    private static final int FRAMES = 64;

    private static final int TRAINING = 50_000;
    private static final long[] SLOTS = new long[120];

    static {
        // compiled from now on, with both branches: each call of frame() takes 1.2 ns
        for (int i = 0; i < TRAINING; i++) {
            frame(i % 8 == 0 ? -2 : 2);
        }
    }

    private StackReserve() {}

    /** @throws com.oracle.truffle.js.runtime.JSException a RangeError of the context, when too little of the stack is left */
    static void check() {
        try {
            frame(FRAMES);
        } catch (StackOverflowError e) {
            throw GuestFunction.inGuest(Mistake.TOO_DEEP.with());
        }
    }

    /** Java cannot ask how much stack is left. Frames are as large as their variables, used or not; so few calls reach far. */
    private static long frame(int depth) {
        if (depth >= 0) {
            return depth == 0 ? 0 : frame(depth - 1) + 1;
        }
        // spotless:off
        long[] s = SLOTS;
        long v0 = s[0], v1 = s[1], v2 = s[2], v3 = s[3], v4 = s[4], v5 = s[5], v6 = s[6], v7 = s[7], v8 = s[8], v9 = s[9],
                v10 = s[10], v11 = s[11], v12 = s[12], v13 = s[13], v14 = s[14], v15 = s[15], v16 = s[16], v17 = s[17],
                v18 = s[18], v19 = s[19], v20 = s[20], v21 = s[21], v22 = s[22], v23 = s[23], v24 = s[24], v25 = s[25],
                v26 = s[26], v27 = s[27], v28 = s[28], v29 = s[29], v30 = s[30], v31 = s[31], v32 = s[32], v33 = s[33],
                v34 = s[34], v35 = s[35], v36 = s[36], v37 = s[37], v38 = s[38], v39 = s[39], v40 = s[40], v41 = s[41],
                v42 = s[42], v43 = s[43], v44 = s[44], v45 = s[45], v46 = s[46], v47 = s[47], v48 = s[48], v49 = s[49],
                v50 = s[50], v51 = s[51], v52 = s[52], v53 = s[53], v54 = s[54], v55 = s[55], v56 = s[56], v57 = s[57],
                v58 = s[58], v59 = s[59], v60 = s[60], v61 = s[61], v62 = s[62], v63 = s[63], v64 = s[64], v65 = s[65],
                v66 = s[66], v67 = s[67], v68 = s[68], v69 = s[69], v70 = s[70], v71 = s[71], v72 = s[72], v73 = s[73],
                v74 = s[74], v75 = s[75], v76 = s[76], v77 = s[77], v78 = s[78], v79 = s[79], v80 = s[80], v81 = s[81],
                v82 = s[82], v83 = s[83], v84 = s[84], v85 = s[85], v86 = s[86], v87 = s[87], v88 = s[88], v89 = s[89],
                v90 = s[90], v91 = s[91], v92 = s[92], v93 = s[93], v94 = s[94], v95 = s[95], v96 = s[96], v97 = s[97],
                v98 = s[98], v99 = s[99], v100 = s[100], v101 = s[101], v102 = s[102], v103 = s[103], v104 = s[104],
                v105 = s[105], v106 = s[106], v107 = s[107], v108 = s[108], v109 = s[109], v110 = s[110], v111 = s[111],
                v112 = s[112], v113 = s[113], v114 = s[114], v115 = s[115], v116 = s[116], v117 = s[117], v118 = s[118],
                v119 = s[119];
        long deeper = frame(-depth);
        return deeper ^ v0 ^ v1 ^ v2 ^ v3 ^ v4 ^ v5 ^ v6 ^ v7 ^ v8 ^ v9 ^ v10 ^ v11 ^ v12 ^ v13 ^ v14 ^ v15 ^ v16 ^ v17 ^
                v18 ^ v19 ^ v20 ^ v21 ^ v22 ^ v23 ^ v24 ^ v25 ^ v26 ^ v27 ^ v28 ^ v29 ^ v30 ^ v31 ^ v32 ^ v33 ^ v34 ^ v35 ^
                v36 ^ v37 ^ v38 ^ v39 ^ v40 ^ v41 ^ v42 ^ v43 ^ v44 ^ v45 ^ v46 ^ v47 ^ v48 ^ v49 ^ v50 ^ v51 ^ v52 ^ v53 ^
                v54 ^ v55 ^ v56 ^ v57 ^ v58 ^ v59 ^ v60 ^ v61 ^ v62 ^ v63 ^ v64 ^ v65 ^ v66 ^ v67 ^ v68 ^ v69 ^ v70 ^ v71 ^
                v72 ^ v73 ^ v74 ^ v75 ^ v76 ^ v77 ^ v78 ^ v79 ^ v80 ^ v81 ^ v82 ^ v83 ^ v84 ^ v85 ^ v86 ^ v87 ^ v88 ^ v89 ^
                v90 ^ v91 ^ v92 ^ v93 ^ v94 ^ v95 ^ v96 ^ v97 ^ v98 ^ v99 ^ v100 ^ v101 ^ v102 ^ v103 ^ v104 ^ v105 ^ v106 ^
                v107 ^ v108 ^ v109 ^ v110 ^ v111 ^ v112 ^ v113 ^ v114 ^ v115 ^ v116 ^ v117 ^ v118 ^ v119;
        // spotless:on
    }
}
