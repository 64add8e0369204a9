package org.passerelle.forms;

/**
 * A part of the house that relies on questions or counted answers: a rule, a report, a standard. It
 * declares itself as a bean, so that whoever changes a form sees what the change touches.
 */
public interface FormReliance {

  /** Key of its name in the language files. */
  String key();

  /** Whether it relies on what changed. */
  boolean relies(FormComparison.Difference difference);

  /** A question whose change touches a part. */
  record Touched(String question, String part, FormComparison.Kind kind) {}
}
