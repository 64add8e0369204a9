package org.passerelle.protect.casework.care.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * A booking is a task; an interpreter is in only one place at a time and is nobody whom the person
 * has to fear.
 */
@OnBothDatabases
@Tag("slow")
class BookingsTest {
  @Parameter House house;

  private Bookings bookings() {
    return house.get(Bookings.class);
  }

  private UUID interpreter(String name, String phone, SignedIn who) {
    return house
        .get(Interpreters.class)
        .add(new Interpreter.Words(name, phone, ""), List.of("sq"), who);
  }

  private Instant in(int hours) {
    return house.clock().instant().plus(Duration.ofHours(hours));
  }

  private Booking.Draft draft(@Nullable UUID interpreter, int hours, boolean sure) {
    return new Booking.Draft(
        null,
        "interpretation",
        interpreter,
        interpreter == null ? null : "sq",
        "in_person",
        in(hours),
        in(hours).plus(Duration.ofMinutes(60)),
        null,
        new Booking.Words("Town hall, room 9", "", "Ring the bell of Vrabacsko"),
        "Interpretation",
        sure && interpreter != null
            ? Concerns.said(interpreter, List.of(Concerns.Kind.AROUND))
            : "");
  }

  private void around(UUID file, String name, String phone, boolean suspected, SignedIn who) {
    house
        .get(Relations.class)
        .add(
            file,
            new PersonDraft(
                new Identity(List.of(new Identity.Name("name", name)), "", null, "", ""),
                new Contact(phone, "", ""),
                null,
                "no",
                List.of(),
                List.of()),
            suspected ? "suspect" : "relative",
            suspected ? "exploiter" : "other_relative",
            suspected,
            false,
            null,
            who);
  }

  private void refused(String key, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  @Test
  void aBookingIsATaskAndItsWordsAreSealed() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    refused("booking.refused.nothing", () -> bookings().book(file, draft(null, 5, false), who));
    UUID interpreter = interpreter("Zef Vrabacsko", "", who);
    UUID first = bookings().book(file, draft(interpreter, 5, false), who);
    UUID second = bookings().book(file, draft(interpreter, 8, false), who);
    UUID third = bookings().book(file, draft(interpreter, 9, false), who);
    assertThat(house.get(CaseTasks.class).openTasks(file, who))
        .extracting(CaseTasks.Task::due)
        .containsExactly(in(5), in(8), in(9));
    bookings().kept(file, first, who);
    bookings().end(file, second, "missed", "", who);
    refused("booking.refused.reason", () -> bookings().end(file, third, "cancelled", " ", who));
    bookings().end(file, third, "cancelled", "Vrabacsko is ill", who);
    assertThat(house.get(CaseTasks.class).openTasks(file, who)).isEmpty();
    assertThat(bookings().of(file, who))
        .extracting(Booking::state)
        .containsExactly("cancelled", "missed", "kept");
    refused("booking.refused.settled", () -> bookings().end(file, first, "missed", "", who));
    refused("booking.refused.settled", () -> bookings().kept(file, second, who));
    assertThat(new InClear(house).columns("Vrabacsko")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> bookings().of(file, stranger)).isInstanceOf(NotFound.class);
    UUID other = SomeCase.in("RS").open(house, stranger);
    assertThatThrownBy(() -> bookings().book(other, draft(interpreter, 30, true), stranger))
        .as("another organisation’s interpreter")
        .isInstanceOf(NotFound.class);
  }

  /** Includes “other language”, whose code is a word and not three letters. */
  @Test
  void everyLanguageOfTheListIsSpokenByAnInterpreterAndInABooking() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    List<String> all =
        house.get(FormDefinitions.class).lists().sorted("languages", new Language("en")).stream()
            .map(one -> one.code())
            .toList();
    UUID interpreter =
        house.get(Interpreters.class).add(new Interpreter.Words("Speaks all", "", ""), all, who);
    assertThat(house.get(Interpreters.class).find(interpreter, who).languages())
        .containsExactlyInAnyOrderElementsOf(all);
    Booking.Draft draft = draft(interpreter, 5, false);
    bookings()
        .book(
            file,
            new Booking.Draft(
                null,
                draft.need(),
                interpreter,
                "other",
                draft.way(),
                draft.from(),
                draft.until(),
                null,
                draft.words(),
                draft.title(),
                ""),
            who);
    int longest = all.stream().mapToInt(String::length).max().orElseThrow();
    assertThat(
            house
                .db()
                .sql(
                    """
                    select lower(table_name) from information_schema.columns
                     where lower(column_name) = 'language' and character_maximum_length < :longest
                    """)
                .param("longest", longest)
                .query(String.class)
                .list())
        .as("tables that cannot hold every language")
        .isEmpty();
  }

  @Test
  void anInterpreterIsAtOnePlaceAtATime() throws Exception {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID other = SomeCase.in("RS").open(house, who);
    UUID interpreter = interpreter("Lule Krasniqi", "", who);
    CompletableFuture<Boolean> first = tried(file, interpreter, who);
    CompletableFuture<Boolean> second = tried(other, interpreter, who);
    assertThat(first.get() ^ second.get()).as("one of them").isTrue();
    Booking made =
        List.of(file, other).stream()
            .flatMap(f -> bookings().of(f, who).stream())
            .findFirst()
            .orElseThrow();
    UUID its = first.get() ? file : other;
    refused("booking.refused.BUSY", () -> bookings().book(its, draft(interpreter, 24, true), who));
    bookings().book(its, draft(interpreter, 25, false), who);
    bookings().end(its, made.id(), "cancelled", "Moved", who);
    bookings().book(its, draft(interpreter, 24, false), who);
  }

  private CompletableFuture<Boolean> tried(UUID file, UUID interpreter, SignedIn who) {
    Supplier<Boolean> book =
        () -> {
          try {
            bookings().book(file, draft(interpreter, 24, false), who);
            return true;
          } catch (Refused e) {
            return false;
          }
        };
    return CompletableFuture.supplyAsync(book);
  }

  @Test
  void nobodyInterpretsWhomThePersonMustFear() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID elsewhere = SomeCase.in("RS").open(house, who);
    around(file, "Шабан Морина", "", true, who);
    around(file, "Drita Hoxha", "+355 69 123 4567", false, who);
    around(elsewhere, "Genc Berisha", "", true, who);
    UUID suspect = interpreter("Shaban Morina", "", who);
    refused("booking.refused.SUSPECTED", () -> bookings().book(file, draft(suspect, 5, true), who));
    UUID aunt = interpreter("Somebody Else", "069 123 4567", who);
    refused("booking.refused.look", () -> bookings().book(file, draft(aunt, 5, false), who));
    bookings().book(file, draft(aunt, 5, true), who);
    UUID known = interpreter("Genc Berisha", "", who);
    refused("booking.refused.look", () -> bookings().book(file, draft(known, 7, false), who));
    UUID good = interpreter("Arta Kelmendi", "", who);
    bookings().book(file, draft(good, 9, false), who);
    // a case that the reader does not see reveals nothing
    SignedIn colleague = house.colleague(who.organisation(), Role.CASE_MANAGER);
    UUID own = SomeCase.in("RS").open(house, colleague);
    bookings().book(own, draft(known, 11, false), colleague);
  }

  @Test
  void anotherLanguageThanTheirsIsAskedAbout() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID interpreter = interpreter("Mira Pop", "", who);
    Booking.Draft sq = draft(interpreter, 5, false);
    Booking.Draft romanian =
        new Booking.Draft(
            null,
            sq.need(),
            interpreter,
            "ro",
            sq.way(),
            sq.from(),
            sq.until(),
            null,
            sq.words(),
            sq.title(),
            "");
    refused("booking.refused.look", () -> bookings().book(file, romanian, who));
    around(file, "Mira Pop", "", false, who);
    List<Concerns.Kind> both = List.of(Concerns.Kind.AROUND, Concerns.Kind.LANGUAGE);
    String said = Concerns.said(interpreter, both);
    assertThatThrownBy(() -> bookings().book(file, romanian, who))
        .as("all that speaks against it")
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.arguments()).contains(said));
    for (String other :
        List.of(
            "yes",
            Concerns.said(interpreter, List.of(Concerns.Kind.LANGUAGE)),
            Concerns.said(file, both))) {
      refused("booking.refused.look", () -> bookings().book(file, romanian.sure(other), who));
    }
    bookings().book(file, romanian.sure(said), who);
  }
}
