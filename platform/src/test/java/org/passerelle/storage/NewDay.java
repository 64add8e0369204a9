package org.passerelle.storage;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Each class begins on a working morning later than all that the classes before it did, whatever
 * they left the clock of the shared houses at, and with messages that leave; or, where {@code
 * -Dpasserelle.begins} names a moment, at that moment in houses that nobody has used. Registered
 * for every class in {@code META-INF/services}.
 */
public final class NewDay implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    if (context.getRequiredTestClass().isMemberClass()) {
      return;
    }
    if (System.getProperty("passerelle.begins") == null) {
      House.running().forEach(NewDay::begin);
    } else {
      House.endShared();
    }
  }

  private static void begin(House house) {
    house.clock().nextMorning();
    // also after a test that failed while it held them
    house.carriesByItself(true);
  }
}
