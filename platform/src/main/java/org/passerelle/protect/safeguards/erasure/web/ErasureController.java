package org.passerelle.protect.safeguards.erasure.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.pages.Today;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.safeguards.erasure.PersonErasure;
import org.passerelle.protect.safeguards.erasure.Retention;
import org.passerelle.protect.sharing.referral.onward.OnwardRecalls;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of retention and erasure, for the data protection officer. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class ErasureController implements RoomEntries, Today {
  private static final int SHOWN = 50;
  private static final int LONGEST_MONTHS = 600;
  private static final int LONGEST_YEARS = 10;
  private final Erasures erasures;
  private final PersonErasure asking;
  private final Retention retention;
  private final Addressees organisations;
  private final Users users;
  private final WithdrawalAnswers answers;
  private final OnwardRecalls onward;
  private final CodeOptions options;

  ErasureController(
      Erasures erasures,
      PersonErasure asking,
      Retention retention,
      Addressees organisations,
      Users users,
      WithdrawalAnswers answers,
      OnwardRecalls onward,
      CodeOptions options) {
    this.erasures = erasures;
    this.asking = asking;
    this.retention = retention;
    this.organisations = organisations;
    this.users = users;
    this.answers = answers;
    this.onward = onward;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            85,
            "erasure.nav",
            "/protect/retention",
            List.of(Role.DATA_PROTECTION_OFFICER)));
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      return List.of();
    }
    List<Retention.Due> due = retention.due(who, SHOWN);
    return due.isEmpty()
        ? List.of()
        : List.of(
            new Item(
                page.moments().now(),
                page.text("erasure.today", due.size()),
                page.text("erasure.today.what"),
                "/protect/retention",
                page.text("erasure.today.do")));
  }

  @GetMapping("/protect/retention")
  String overview(Act act) {
    return show(Filled.with(Map.of()), "", act);
  }

  @PostMapping("/protect/retention")
  String rules(Act act) {
    Filled form = act.form();
    Map<String, Integer> months = new LinkedHashMap<>();
    for (String purpose : Retention.USUAL.keySet()) {
      form.number(purpose, 1, LONGEST_MONTHS)
          .ifPresentOrElse(
              number -> months.put(purpose, number),
              () -> form.errors().add(purpose, "form.error.number", 1, LONGEST_MONTHS));
    }
    return act.submit(
        () -> show(form, "", act),
        () -> {
          retention.keep(months, act.who());
          act.notice("good", "erasure.rules.saved");
          return "/protect/retention";
        });
  }

  @PostMapping("/protect/retention/{purpose:assistance|screening|dossier|phone}/{id}/keep")
  String keep(@PathVariable String purpose, @PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    LocalDate until =
        form.neededDay("until-" + id, today.plusYears(LONGEST_YEARS), today.plusYears(1));
    if (form.errors().isEmpty() && until.isBefore(today)) {
      form.errors().add("until-" + id, "erasure.error.past");
    }
    String reason = form.neededText("reason-" + id, 2_000);
    return act.submit(
        () -> show(form, id.toString(), act),
        () -> {
          retention.keepUntil(purpose, id, until, reason, act.who());
          act.notice("good", "erasure.kept", act.page().moments().date(until));
          return "/protect/retention";
        });
  }

  @PostMapping("/protect/retention/{purpose:assistance|screening|dossier|phone}/{id}/end")
  String end(@PathVariable String purpose, @PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          if (purpose.equals("assistance")) {
            asking.ask(erasures.of(id, act.who()), "retention_ended", act.who());
            act.notice("good", "erasure.asked");
          } else if (purpose.equals("screening")) {
            erasures.eraseScreening(id, act.who());
            act.notice("good", "erasure.done");
          } else if (purpose.equals("phone")) {
            retention.endRecord(id, act.who());
            act.notice("good", "erasure.done");
          } else {
            erasures.eraseDossier(id, act.who());
            act.notice("good", "erasure.done");
          }
          return "/protect/retention";
        });
  }

  @GetMapping("/protect/cases/{id}/erase")
  String ask(@PathVariable UUID id, Act act) {
    return ask(erasures.of(id, act.who()), Filled.with(Map.of()), act);
  }

  @PostMapping("/protect/cases/{id}/erase")
  String asked(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Erasures.Subject subject = erasures.of(id, act.who());
    String reason = form.neededCode("reason", PersonErasure.REASONS);
    return act.submit(
        () -> ask(subject, form, act),
        () -> {
          asking.ask(subject, reason, act.who());
          act.notice("good", "erasure.asked");
          return "/protect/retention";
        });
  }

  private String ask(Erasures.Subject subject, Filled form, Act act) {
    act.with("subject", subject);
    act.with("form", form);
    act.with(
        "reasons",
        PersonErasure.REASONS.stream()
            .map(code -> new Option(code, act.text("erasure.reason." + code)))
            .sorted(Option.byLabel(act.language()))
            .toList());
    return "protect/erasure/ask";
  }

  private String show(Filled form, String open, Act act) {
    if (!act.who().is(Role.DATA_PROTECTION_OFFICER)) {
      throw new NotFound();
    }
    List<Erasures.Erasure> erased = erasures.list(act.who(), SHOWN);
    Map<UUID, String> names = organisations.names(act.language());
    Set<UUID> people = new HashSet<>();
    Map<UUID, WithdrawalAnswers.Statement> laws = new HashMap<>();
    Map<UUID, List<OnwardRecipient>> passedOn = new HashMap<>();
    for (Erasures.Erasure one : erased) {
      for (Erasures.Recipient told : one.recipients()) {
        answers
            .stated(told.referral(), act.who().organisation())
            .ifPresent(law -> laws.put(told.referral(), law));
        passedOn.put(told.referral(), onward.of(told.referral(), act.who().organisation()));
      }
      if (one.askedBy() != null) {
        people.add(one.askedBy());
      }
      if (one.decidedBy() != null) {
        people.add(one.decidedBy());
      }
    }
    names.putAll(users.names(people));
    retention
        .months(act.who())
        .forEach((purpose, months) -> form.unlessSent(purpose, months.toString()));
    act.with(
        "view",
        new RetentionPage(
            retention.due(act.who(), SHOWN),
            erased,
            names,
            laws,
            passedOn,
            new CodeWords(options, act.language()),
            form,
            open));
    return "protect/erasure/retention";
  }
}
