package org.passerelle.pages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.language.Texts;

/**
 * Names of the fields of a room's forms that people write into. Choices are left out: their codes
 * say nothing to a reader, and the form that is kept chooses them again.
 */
public abstract class WrittenFields implements FieldNames {
  private final Pattern actions;
  private final Map<String, String> keys;

  /**
   * @param actions addresses that the room's forms are sent to
   * @param keys by the name of a field, the text that stands above it
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
