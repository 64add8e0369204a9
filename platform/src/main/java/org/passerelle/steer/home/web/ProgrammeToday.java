package org.passerelle.steer.home.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Clash;
import org.passerelle.steer.home.Matter;
import org.passerelle.steer.home.Matters;
import org.springframework.stereotype.Component;

/**
 * Tells the programme manager what the register says is late or comes within ninety days: grants,
 * partnerships, events, clashes of events, projects whose payments are out of step, and
 * translations that are behind. And what others changed in the register.
 */
@Component
class ProgrammeToday implements Today {
  /** An entry may have been changed many times. */
  private static final int REVISIONS = 500;

  private final Register register;

  ProgrammeToday(Register register) {
    this.register = register;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      return List.of();
    }
    Facts facts = register.facts();
    return Matters.of(facts, page.moments().today()).stream()
        .map(matter -> item(matter, facts, page))
        .toList();
  }

  @Override
  public List<Item> changes(Instant since, SignedIn who, Page page) {
    Map<String, Register.Revision> latest = new LinkedHashMap<>();
    Set<String> entered = new HashSet<>();
    for (Register.Revision revision : register.since(since, who, REVISIONS)) {
      String entry = revision.entry().reference();
      latest.putIfAbsent(entry, revision);
      if (revision.entry().revision() == 1) {
        entered.add(entry);
      }
    }
    return latest.entrySet().stream()
        .limit(CHANGES)
        .map(one -> changed(one.getValue(), entered.contains(one.getKey()), page))
        .toList();
  }

  private static Item changed(Register.Revision revision, boolean isNew, Page page) {
    Entry entry = revision.entry();
    String what = revision.retired() ? "retired" : isNew ? "new" : "changed";
    return Item.news(
        revision.at(),
        page.text("steer.today." + what, name(entry, page)),
        page.text("steer.today.by", entry.kind().one().in(page.language()), revision.byName()),
        revision.retired() ? entry.href() + "/revisions" : entry.href(),
        page.text("home.see"));
  }

  private static Item item(Matter matter, Facts facts, Page page) {
    String title;
    String meta;
    String href;
    if (matter instanceof Matter.OfGrant of) {
      String what = of.due().what().name().toLowerCase(Locale.ROOT).replace('_', '-');
      title = page.text("programme.due." + what, of.due().subject());
      String holder = facts.ref(of.grant(), "holder").map(one -> name(one, page)).orElse("");
      meta = holder.isEmpty() ? name(of.grant(), page) : holder;
      href = "/steer/grants/" + of.grant().id();
    } else if (matter instanceof Matter.Ending ending) {
      title = page.text("steer.today.ends", name(ending.partnership(), page));
      meta = "";
      href = ending.partnership().href();
    } else if (matter instanceof Matter.Clashing clashing) {
      Clash clash = clashing.clash();
      title = page.text("steer.today.clash", name(clash.one(), page), name(clash.other(), page));
      meta = "";
      href = "/steer/calendar";
    } else if (matter instanceof Matter.Coming coming) {
      title = name(coming.event(), page);
      Entry place = coming.event().place();
      meta = place == null ? coming.event().countryName().in(page.language()) : name(place, page);
      href = coming.event().entry().href();
    } else if (matter instanceof Matter.Behind behind) {
      title = page.text("steer.today.behind", name(behind.entry(), page));
      meta = page.words("register.language.", behind.languages());
      href = behind.entry().href() + "/edit";
    } else if (matter instanceof Matter.ManyBehind many) {
      return new Item(
          page.moments().week(),
          page.text(
              "steer.today.behind.many", many.kind().many().in(page.language()), many.count()),
          "",
          "/" + many.kind().room() + "/register/" + many.kind().id() + "?behind=yes",
          page.text("steer.today.open"),
          false,
          false,
          many.count(),
          false);
    } else {
      Matter.Spending spending = (Matter.Spending) matter;
      title = page.text("steer.today.spending", name(spending.project(), page));
      meta = page.text("steer.today.shares", spending.paid(), spending.gone());
      href = "/steer/projects/" + spending.project().id();
    }
    String open = page.text("steer.today.open");
    LocalDate on = matter.on();
    return on == null
        ? Item.open(title, meta, href, open, page)
        : new Item(page.moments().due(on), title, meta, href, open);
  }

  private static String name(Entry entry, Page page) {
    return entry.name().in(page.language());
  }

  private static String name(CalendarEvent event, Page page) {
    return event.title().in(page.language());
  }
}
