package org.passerelle.forms;

/**
 * A component that relies on questions or counted answers: a rule, a report, a standard. It
 * declares itself as a bean, so that an editor of a form sees what a change affects.
 */
public interface FormReliance {

  /** Key of its name in the language files. */
  String key();

  /** Whether it relies on what changed. */
  boolean relies(FormComparison.Difference difference);

  /** A question whose change affects a component. */
  record Touched(String question, String part, FormComparison.Kind kind) {}
}
