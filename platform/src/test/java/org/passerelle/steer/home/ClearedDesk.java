package org.passerelle.steer.home;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entered;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Seats;
import org.passerelle.storage.House;

/**
 * A house that tests share as if nobody had entered anything but countries and put nothing before
 * the committee. Put back what it hides.
 */
final class ClearedDesk {
  private static final Pattern TASK = Pattern.compile("<a class=\"title\"\\s+href=\"([^\"]+)\"");

  /** What the test enters. */
  final Entered entered;

  private final House house;
  private final List<Before> rounds;
  private final List<UUID> begun = new ArrayList<>();

  private record Before(UUID id, String state) {}

  ClearedDesk(House house) {
    this.house = house;
    this.entered = new Entered(house);
    rounds =
        house
            .db()
            .sql("select id, state from cycle_document where state in ('SUBMITTED', 'RETURNED')")
            .query((row, n) -> new Before(row.getObject("id", UUID.class), row.getString("state")))
            .list();
    rounds.forEach(one -> set(one.id(), "DRAFT"));
    house
        .db()
        .sql(
            """
            update register_entry set retired = true, place = -place
             where retired = false and place > 0 and kind <> 'country'
            """)
        .update();
    readAgain();
  }

  LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  /** A text in three languages. */
  static Map<String, Object> title(String text) {
    return Map.of("en", text, "fr", text + " (fr)", "sr", text + " (sr)");
  }

  /** Where the things listed on a first page lead, in their order. */
  static List<String> tasks(String page) {
    int ways = page.indexOf("aria-labelledby=\"ways\"");
    String listed = ways < 0 ? page : page.substring(0, ways);
    return TASK.matcher(listed).results().map(found -> found.group(1)).toList();
  }

  /** A programme before a committee of a ministry, for which somebody sits, and an embassy. */
  CycleDocument round(LocalDate session) {
    entered.add("organisation", entered.id("ministry"), "name", title("Ministry of a test"));
    entered.add("organisation", entered.id("embassy"), "name", title("Embassy of a test"));
    entered.add(
        "committee",
        entered.id("committee"),
        "title",
        title("Committee of a test"),
        "members",
        List.of(entered.id("ministry"), entered.id("embassy")));
    Member sitting = Member.of(house, Role.STEERING_MEMBER);
    house
        .get(Seats.class)
        .seat(Staff.signedIn(sitting.user()), sitting.user().id(), entered.id("ministry"));
    Cycle cycle = house.get(Cycle.class);
    int free = cycle.all().stream().mapToInt(CycleDocument::year).max().orElse(2100) + 1;
    SignedIn writer = house.somebody(Role.PROGRAMME_MANAGER);
    CycleDocument draft = cycle.draft(writer, CycleDocument.Kind.PROGRAMME, free);
    cycle.submit(writer, draft, draft.revision(), session);
    begun.add(draft.id());
    return cycle.need(draft.id());
  }

  void putBack() {
    try {
      entered.takeBack();
    } finally {
      showAgain();
    }
  }

  private void showAgain() {
    begun.forEach(one -> set(one, "DRAFT"));
    house
        .db()
        .sql("update register_entry set retired = false, place = -place where place < 0")
        .update();
    rounds.forEach(one -> set(one.id(), one.state()));
    readAgain();
  }

  private void set(UUID document, String state) {
    house
        .db()
        .sql("update cycle_document set state = :state where id = :id")
        .param("state", state)
        .param("id", document)
        .update();
  }

  /** The register keeps what it has read until somebody changes an entry. */
  private void readAgain() {
    Entered one = new Entered(house);
    one.add("term", one.id("term"));
    one.takeBack();
  }
}
