package org.passerelle.protect.identity.desk.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskGrounds;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.desk.RefusedEntries;
import org.passerelle.protect.identity.desk.Shift;
import org.passerelle.protect.identity.desk.ShiftBook;
import org.passerelle.protect.identity.desk.Shifts;
import org.springframework.stereotype.Component;

/** Assembles the pages of a desk. */
@Component
class DeskPages {
  private static final Duration BACK = Duration.ofHours(36);

  private final Desks desks;
  private final DeskGrounds grounds;
  private final Shifts shifts;
  private final ShiftBook book;
  private final DeskWork work;
  private final Addressees organisations;
  private final Users users;
  private final CodeOptions options;

  DeskPages(
      Desks desks,
      DeskGrounds grounds,
      Shifts shifts,
      ShiftBook book,
      DeskWork work,
      Addressees organisations,
      Users users,
      CodeOptions options) {
    this.desks = desks;
    this.grounds = grounds;
    this.shifts = shifts;
    this.book = book;
    this.work = work;
    this.organisations = organisations;
    this.users = users;
    this.options = options;
  }

  CaseWords words(Act act) {
    return new CaseWords(options, act.language());
  }

  Set<String> codes(String list) {
    return options.codes(list);
  }

  String organisation(UUID id, Act act) {
    return organisations.names(act.language()).getOrDefault(id, "…");
  }

  Map<UUID, String> organisations(Act act) {
    return organisations.names(act.language());
  }

  String country(UUID organisation, Act act) {
    return organisations
        .find(organisation)
        .map(o -> words(act).of("countries", o.country()))
        .orElse("");
  }

  /** The page for the state of the desk: in operation, proposed, or ended. */
  String one(Desk desk, Act act) {
    if (!desk.open()) {
      act.with("desk", desk);
      act.with("other", organisation(desk.other(), act));
      act.with("country", country(desk.other(), act));
      act.with("agreement", agreement(desk, act));
      act.with("leads", Desks.leads(act.who()));
      return act.show("protect/desk/" + (desk.state().equals("ended") ? "ended" : "proposed"));
    }
    return act.show("protect/desk/desk", page(desk, act));
  }

  DeskPage page(Desk desk, Act act) {
    List<Shift> open = shifts.open(desk);
    List<Entry> entries = book.of(desk, BACK);
    List<JointScreening> joints = work.joints(desk, act.who());
    Set<UUID> here = new HashSet<>(desks.officers(desk));
    Stream.of(
            open.stream().map(Shift::officer),
            entries.stream().map(Entry::by),
            entries.stream().map(Entry::holder),
            work.closed(desk).stream().map(RefusedEntries.Closed::officer),
            joints.stream().flatMap(j -> j.signatures().stream()).map(JointScreening.Signature::by))
        .flatMap(s -> s)
        .filter(Objects::nonNull)
        .forEach(here::add);
    boolean duty = shifts.onDuty(desk, act.who());
    return new DeskPage(
        desk,
        Desks.leads(act.who()),
        duty,
        shifts.mayBegin(desk, act.who()),
        desks.officers(desk).size(),
        open,
        entries,
        work.closed(desk),
        joints,
        duty || Desks.leads(act.who()) ? work.asked(desk, act.who()) : List.of(),
        work.answered(desk, act.who()),
        users.names(here),
        organisation(desk.other(), act),
        country(desk.other(), act),
        agreement(desk, act),
        act.form(),
        words(act));
  }

  /** Title of the agreement of a desk. */
  String agreement(Desk desk, Act act) {
    LegalBases.Answer all = grounds.agreements(desk.organisation(), desk.other());
    return Stream.concat(
            all.inForce().stream()
                .filter(b -> b.id().equals(desk.agreement()))
                .map(LegalBases.Basis::title),
            all.not().stream()
                .filter(b -> b.id().equals(desk.agreement()))
                .map(LegalBases.NoBasis::title))
        .findFirst()
        .map(t -> t.in(act.language()))
        .orElse(desk.agreement());
  }
}
