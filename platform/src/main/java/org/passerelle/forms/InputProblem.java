package org.passerelle.forms;

import java.util.List;

/**
 * Why an answer could not be taken, for the reader: a sentence of the language files that says how
 * to repair it.
 *
 * @param question id of the question
 * @param field id of the field on the page, to which the summary leads
 * @param key of the sentence
 * @param arguments of the sentence; numbers and bounds, never what was typed
 */
public record InputProblem(String question, String field, String key, List<Object> arguments) {
  public InputProblem {
    arguments = List.copyOf(arguments);
  }
}
