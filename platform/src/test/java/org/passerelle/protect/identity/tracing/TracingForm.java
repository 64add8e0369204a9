package org.passerelle.protect.identity.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.storage.House;

/** Relatives of the person of a case, and the form by which one of them is looked for. */
public final class TracingForm {
  private TracingForm() {}

  /** Adds a relative, by code of the relation. */
  public static UUID relative(
      String relation, String name, String born, UUID caseId, House house, SignedIn who) {
    return house
        .get(Relations.class)
        .add(
            caseId,
            SomeCase.in("RS").named(name).born(born).person(),
            "relative",
            relation,
            false,
            false,
            null,
            who);
  }

  /**
   * Fills the form in, which must be open.
   *
   * @param at address of the searches of the case
   * @return address of the search
   */
  public static String looksFor(
      UUID person, String wish, String lastSeen, String at, House house, Browser browser) {
    String one =
        browser
            .post(
                at,
                "person",
                person.toString(),
                "wish",
                wish,
                "last_seen",
                lastSeen,
                "review",
                house.clock().instant().toString().substring(0, 10))
            .location();
    assertThat(one).startsWith(at + "/");
    return one;
  }
}
