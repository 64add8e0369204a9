package org.passerelle.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/**
 * Entries of one test in the register of a house that tests share: under names that nobody else
 * uses, and taken out again, so that other tests do not count them.
 */
public final class Entered {
  private final House house;
  private final SignedIn who;
  private final String tag;
  private final List<Entry> entries = new ArrayList<>();

  public Entered(House house) {
    this.house = house;
    this.who = house.somebody(Role.PROGRAMME_MANAGER);
    this.tag = house.get(Identifiers.class).shortCode().toLowerCase(Locale.ROOT);
  }

  /** A name that only this test uses. */
  public String id(String name) {
    return name + "-" + tag;
  }

  /** Enters one. */
  public void add(String kind, String id, Object... fields) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      content.put(fields[i].toString(), fields[i + 1]);
    }
    add(kind, id, content);
  }

  /** Enters one. */
  public void add(String kind, String id, Map<String, Object> content) {
    Kind described = Kinds.shipped().find(kind).orElseThrow();
    entries.add(house.get(Register.class).save(who, described, id, 0, content, ""));
  }

  /** Takes all of them out of the lists, the last one first. */
  public void takeBack() {
    Register register = house.get(Register.class);
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      register
          .facts()
          .find(entry.kind().id(), entry.id())
          .ifPresent(now -> register.retire(who, now, now.revision(), "test"));
    }
    entries.clear();
  }
}
