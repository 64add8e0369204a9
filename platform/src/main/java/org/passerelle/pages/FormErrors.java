package org.passerelle.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the way of a form, field by field, in the order of the page. Filled by one
 * request, then read.
 */
public final class FormErrors {
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  /** Adds a sentence to a field; the first one stays. */
  public void add(String field, String key, Object... arguments) {
    problems.putIfAbsent(field, new Problem(field, key, List.of(arguments)));
  }

  /** Adds what the house refuses, beside the field that it names. */
  public void add(Refused refused) {
    add(refused.field(), refused.key(), refused.arguments());
  }

  /** Whether nothing stands in the way. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether something stands in the way of a field. */
  public boolean has(String field) {
    return problems.containsKey(field);
  }

  /** In the order in which they were found. */
  public List<Problem> all() {
    return new ArrayList<>(problems.values());
  }

  /** The sentence for a field, or empty. */
  public String of(String field, Page page) {
    Problem problem = problems.get(field);
    return problem == null ? "" : page.text(problem.key, problem.arguments.toArray());
  }

  /**
   * One problem.
   *
   * @param field id of the field on the page
   * @param key of the sentence that says how to repair it
   */
  public record Problem(String field, String key, List<Object> arguments) {
    public Problem {
      arguments = List.copyOf(arguments);
    }
  }
}
