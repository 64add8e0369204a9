package org.passerelle.storage;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Each class begins on a working morning later than all that the classes before it did, whatever
 * they left the clock of the shared houses at. Registered for every class in {@code
 * META-INF/services}.
 */
public final class NewDay implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    boolean nested = context.getRequiredTestClass().isMemberClass();
    if (!nested && System.getProperty("passerelle.begins") == null) {
      House.running().forEach(house -> house.clock().nextMorning());
    }
  }
}
