package org.passerelle.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.refusal.Refused;

/** The errors of a form by field, in the order of the page. Filled by one request, then read. */
public final class FormErrors {
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  /** Adds a message to a field; only the first one is kept. */
  public void add(String field, String key, Object... arguments) {
    problems.putIfAbsent(field, new Problem(field, key, List.of(arguments)));
  }

  /** Adds a refusal to the field that it names. */
  public void add(Refused refused) {
    add(refused.field(), refused.key(), refused.arguments());
  }

  /** Whether there are no errors. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether a field has an error. */
  public boolean has(String field) {
    return problems.containsKey(field);
  }

  /** In the order in which they were found. */
  public List<Problem> all() {
    return new ArrayList<>(problems.values());
  }

  /** The message for a field, or empty. */
  public String of(String field, Page page) {
    Problem problem = problems.get(field);
    return problem == null ? "" : page.text(problem.key, problem.arguments.toArray());
  }

  /**
   * One error.
   *
   * @param field id of the field on the page
   * @param key key of the message that says how to correct it
   */
  public record Problem(String field, String key, List<Object> arguments) {
    public Problem {
      arguments = List.copyOf(arguments);
    }
  }
}
