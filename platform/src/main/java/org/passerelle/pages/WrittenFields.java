package org.passerelle.pages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.language.Texts;

/**
 * Labels of a module's text fields. Choices are left out: their codes mean nothing to users, and
 * the stored form restores them.
 */
public abstract class WrittenFields implements FieldNames {
  private final Pattern actions;
  private final Map<String, String> keys;

  /**
   * @param actions addresses of the module's forms
   * @param keys keys of the labels, by field name
   */
  protected WrittenFields(Pattern actions, Map<String, String> keys) {
    this.actions = actions;
    this.keys = Map.copyOf(keys);
  }

  @Override
  public Optional<String> name(String action, String field, Texts texts) {
    return actions.matcher(action).matches()
        ? Optional.ofNullable(keys.get(field)).map(texts::text)
        : Optional.empty();
  }

  @Override
  public Optional<String> said(String field, String value, Texts texts) {
    return Optional.empty();
  }
}
