package org.passerelle.forms;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The forms that come with the house, for tests without one. */
public final class ShippedForms {
  private ShippedForms() {}

  public static FormDefinitions read() {
    try {
      return FormDefinitions.read(FormResources.shipped());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
