package org.passerelle.register;

import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;

/** Enters the strategy's facts into a house that is no demonstration. */
public final class Strategy {
  private Strategy() {}

  /** All that come with the product and are not there yet. */
  public static Facts in(House house) {
    return in(house.get(Register.class), house.somebody(Role.PROGRAMME_MANAGER));
  }

  /** The same by somebody. */
  public static Facts in(Register register, SignedIn who) {
    Facts there = register.facts();
    for (Entry entry : Facts.shipped().everything()) {
      if (there.find(entry.kind().id(), entry.id()).isEmpty()) {
        register.save(who, entry.kind(), entry.id(), 0, entry.content(), "");
      }
    }
    return register.facts();
  }
}
