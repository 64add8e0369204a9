package org.passerelle.steer.letter;

import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;

/** An issue that is released, where a test begins with one. */
public final class ReleasedIssue {
  private ReleasedIssue() {}

  /** A programme manager. */
  public static Member manager(House house) {
    return Member.of(house, Role.PROGRAMME_MANAGER);
  }

  /** Writes an issue and releases it; its number. */
  public static int in(House house, Member manager) {
    LetterDesk desk = new LetterDesk(() -> house);
    int number = desk.issue(manager.browser());
    KeptIssue.of(house::get, number);
    return number;
  }
}
