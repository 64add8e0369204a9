package org.passerelle.protect.identity.desk.web;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.RefusedEntries;
import org.passerelle.protect.identity.desk.ShiftBook;
import org.passerelle.protect.identity.desk.Shifts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Acts on shifts, the book and its points; each is one tap from the page of the desk. */
@Controller
@RequestMapping("/protect/desks/{id}")
@Caseworkers
class DeskWorkController {
  private final Desks desks;
  private final Shifts shifts;
  private final ShiftBook book;
  private final RefusedEntries refused;
  private final DeskPages pages;

  DeskWorkController(
      Desks desks, Shifts shifts, ShiftBook book, RefusedEntries refused, DeskPages pages) {
    this.desks = desks;
    this.shifts = shifts;
    this.book = book;
    this.refused = refused;
    this.pages = pages;
  }

  private static String at(UUID id) {
    return "/protect/desks/" + id;
  }

  @PostMapping("/shift")
  String begin(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          shifts.begin(id, act.who());
          act.notice("good", "desk.shift.begun");
          return at(id);
        });
  }

  @GetMapping("/shift/end")
  String ending(@PathVariable UUID id, Act act) {
    Desk desk = desks.find(id, act.who());
    return act.show("protect/desk/leave", pages.page(desk, act));
  }

  @PostMapping("/shift/end")
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          shifts.end(id, act.who());
          act.notice("good", "desk.shift.ended");
          return at(id);
        });
  }

  @PostMapping("/entries")
  String write(@PathVariable UUID id, Act act) {
    Desk desk = desks.find(id, act.who());
    Filled form = act.form();
    Entry.Draft draft =
        new Entry.Draft(
            form.neededCode("kind", pages.codes("desk_entries")),
            form.neededText("words", ShiftBook.LONGEST),
            form.neededCode("point", Set.of("none", "here", "there")));
    return act.refusalsAt("words")
        .submit(
            () -> pages.one(desk, act),
            () -> {
              book.write(id, draft, act.who());
              act.notice("good", "desk.written");
              return at(id);
            });
  }

  /** Lifts the block of an officer. */
  @PostMapping("/words/{officer}")
  String lift(@PathVariable UUID id, @PathVariable UUID officer, Act act) {
    return act.once(
        () -> {
          refused.lift(id, officer, act.who());
          act.notice("good", "desk.words.lifted");
          return at(id);
        });
  }

  @PostMapping("/points/{entry}/take")
  String take(@PathVariable UUID id, @PathVariable UUID entry, Act act) {
    return act.once(
        () -> {
          book.take(id, entry, act.who());
          act.notice("good", "desk.point.taken");
          return at(id);
        });
  }

  @PostMapping("/points/{entry}/done")
  String done(@PathVariable UUID id, @PathVariable UUID entry, Act act) {
    return act.once(
        () -> {
          book.done(id, entry, act.who());
          act.notice("good", "desk.point.closed");
          return at(id);
        });
  }
}
