package org.passerelle.protect.sharing.duty.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Addressees;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.Notifier;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.duty.Duties;
import org.passerelle.protect.sharing.duty.DutyAdvice;
import org.passerelle.protect.sharing.duty.DutyNumbers;
import org.passerelle.protect.sharing.referral.received.AnsweringRoles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the duty rota, the telephone numbers, and whom to call about an unanswered referral. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER,
  Role.PROSECUTOR
})
class DutyController implements RoomEntries {
  private static final String HERE = "/protect/duty";
  private static final Duration SHOWN = Duration.ofDays(28);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Set<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toSet());
  private static final String TELEPHONE = "[+0-9][0-9 ()/.-]{4,38}";
  private final Duties duties;
  private final DutyNumbers numbers;
  private final DutyAdvice advice;
  private final Addressees organisations;
  private final Notifier notifier;

  DutyController(
      Duties duties,
      DutyNumbers numbers,
      DutyAdvice advice,
      Addressees organisations,
      Notifier notifier) {
    this.duties = duties;
    this.numbers = numbers;
    this.advice = advice;
    this.organisations = organisations;
    this.notifier = notifier;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 75, "duty.title", HERE, AnsweringRoles.ROLES));
  }

  @GetMapping(HERE)
  String show(Act act) {
    Filled form = act.form(Filled.with(Map.of()).and("days", List.copyOf(DAYS)));
    UUID organisation = act.who().organisation();
    List<User> colleagues = duties.colleagues(organisation);
    return act.show(
        "protect/duty/rota",
        new DutyPage(
            duties.coming(organisation, SHOWN),
            colleagues.stream().map(u -> new Option(u.id().toString(), u.name())).toList(),
            colleagues.stream().collect(Collectors.toMap(User::id, User::name)),
            colleagues.stream()
                .filter(one -> notifier.reaches(one, NoticeKind.DUTY))
                .map(User::id)
                .collect(Collectors.toSet()),
            duties.gap(organisation, WEEK),
            numbers.of(organisation),
            days(act),
            act.who().is(Role.SUPERVISOR),
            act.who().user(),
            form,
            act.page().moments().now()));
  }

  private static List<Option> days(Act act) {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Option(
                    day.name(),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, act.language().locale())))
        .toList();
  }

  @PostMapping(HERE)
  @Allowed(Role.SUPERVISOR)
  String arrange(Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String user = form.neededCode("user", colleagues(act));
    LocalDate first = form.neededDay("first", today.plusYears(1), today);
    LocalDate last = form.neededDay("last", today.plusYears(1), today);
    List<String> days = form.codes("days", DAYS);
    if (days.isEmpty()) {
      form.errors().add("days", "form.error.required");
    }
    LocalTime from = Hour.needed(form, "from");
    LocalTime until = Hour.needed(form, "until");
    return act.refusalsAt("last")
        .submit(
            () -> show(act),
            () -> {
              int made =
                  duties.arrange(
                      UUID.fromString(user),
                      new Duties.Hours(
                          first,
                          last,
                          days.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                          from,
                          until,
                          act.page().moments().zone()),
                      act.who());
              act.notice("good", "duty.arranged", made);
              return HERE;
            });
  }

  private Set<String> colleagues(Act act) {
    return duties.colleagues(act.who().organisation()).stream()
        .map(one -> one.id().toString())
        .collect(Collectors.toSet());
  }

  @PostMapping(HERE + "/{id}/give")
  String give(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String to = form.neededCode("to", colleagues(act));
    return act.refusalsAt("to")
        .submit(
            () -> show(act),
            () -> {
              duties.give(id, UUID.fromString(to), act.who());
              act.notice("good", "duty.given");
              return HERE;
            });
  }

  @PostMapping(HERE + "/{id}/remove")
  @Allowed(Role.SUPERVISOR)
  String remove(@PathVariable UUID id, Act act) {
    return act.once(
        HERE,
        () -> {
          duties.remove(id, act.who());
          act.notice("good", "duty.removed");
        });
  }

  @PostMapping(HERE + "/numbers")
  @Allowed(Role.SUPERVISOR)
  String number(Act act) {
    Filled form = act.form();
    String name = form.neededText("who", 120);
    String telephone = form.neededText("telephone", 40);
    if (!telephone.isEmpty() && !telephone.matches(TELEPHONE)) {
      form.errors().add("telephone", "duty.error.telephone");
    }
    return act.refusalsAt("telephone")
        .submit(
            () -> show(act),
            () -> {
              numbers.add(name, telephone, form.ticked("shared"), act.who());
              act.notice("good", "duty.number.added");
              return HERE;
            });
  }

  @PostMapping(HERE + "/numbers/{id}/remove")
  @Allowed(Role.SUPERVISOR)
  String numberGone(@PathVariable UUID id, Act act) {
    return act.once(HERE, () -> act.undoable(numbers.remove(id, act.who()), "duty.number.removed"));
  }

  @GetMapping(HERE + "/calls/{referral}")
  String whom(@PathVariable UUID referral, Act act) {
    DutyAdvice.Whom whom = advice.whom(referral, act.who());
    act.with("name", organisations.names(act.language()).getOrDefault(whom.organisation(), "…"));
    return act.show("protect/duty/whom", whom);
  }
}
