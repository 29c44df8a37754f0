// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An event whose observers ask the session. */
public class Question {
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());

    /** What an observer was told. */
    public void answered(String answer) {
        answers.add(answer);
    }

    /** What all observers were told. */
    public String answers() {
        return String.join(",", answers);
    }
}
