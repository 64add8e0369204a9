package org.passerelle.forms.answers;

import java.util.List;

/**
 * Why an answer was rejected: a message for the reader that says how to correct it.
 *
 * @param question id of the question
 * @param field id of the field on the page, linked from the summary
 * @param key key of the message
 * @param arguments arguments of the message; numbers and bounds, never the input itself
 */
public record InputProblem(String question, String field, String key, List<Object> arguments) {
  public InputProblem {
    arguments = List.copyOf(arguments);
  }
}
