package org.passerelle.prosecute.charge.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.charge.BothList;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.charge.Offence;
import org.passerelle.prosecute.charge.Offences;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Charges of an investigation, and the list of those who are both victim and accused. */
@Controller
@Investigators
class ChargesController implements RoomEntries {
  private static final String ALL = InvestigationPages.HERE + "/{id}/charges";
  private static final String ONE = ALL + "/{charge}";
  private static final String BOTH = "/prosecute/both";
  private final Charges charges;
  private final BothList both;
  private final Offences offences;
  private final Suspects suspects;
  private final Victims victims;
  private final InvestigationPages pages;

  ChargesController(
      Charges charges,
      BothList both,
      Offences offences,
      Suspects suspects,
      Victims victims,
      InvestigationPages pages) {
    this.charges = charges;
    this.both = both;
    this.offences = offences;
    this.suspects = suspects;
    this.victims = victims;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 4, "charge.both.nav", BOTH, Investigators.ROLES));
  }

  @GetMapping(BOTH)
  String both(Act act) {
    return act.with("lines", both.all(act.who())).show("prosecute/charge/both");
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "charges", act);
    List<Suspect> persons = suspects.of(id, act.who());
    return act.with("head", head)
        .with("lines", lines(id, act))
        .with("suspects", suspectOptions(persons))
        .with("offences", offenceOptions(head.one().country(), act))
        .with("victims", victimOptions(id, act))
        .show("prosecute/charge/all");
  }

  private List<ChargeLine> lines(UUID id, Act act) {
    List<Suspect> all = suspects.of(id, act.who());
    Map<UUID, Suspect> persons =
        all.stream().collect(Collectors.toUnmodifiableMap(Suspect::id, s -> s));
    Set<UUID> compelled = suspects.compelled(id, all, act.who());
    Map<UUID, Integer> numbers = victims.numbers(id, act.who());
    return charges.of(id, act.who()).stream()
        .map(
            charge -> {
              Suspect suspect = Objects.requireNonNull(persons.get(charge.suspect()));
              return new ChargeLine(
                  charge,
                  suspect,
                  offences.find(charge.offence()).orElse(null),
                  compelled.contains(suspect.id()),
                  charge.victims().stream()
                      .map(victim -> Victim.called(numbers.getOrDefault(victim, 0)))
                      .sorted()
                      .toList());
            })
        .toList();
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID charge, Act act) {
    act.form(Map.of());
    return chargePage(id, charge, act);
  }

  private String chargePage(UUID id, UUID charge, Act act) {
    InvestigationPages.Head head = pages.head(id, "charges", act);
    ChargeLine line =
        lines(id, act).stream()
            .filter(l -> l.charge().id().equals(charge))
            .findFirst()
            .orElseThrow(NotFound::new);
    return act.with("head", head).with("line", line).show("prosecute/charge/one");
  }

  private static List<Option> suspectOptions(List<Suspect> persons) {
    return persons.stream()
        .map(
            s ->
                new Option(
                    s.id().toString(),
                    s.identity() == null ? s.called() : s.called() + " " + s.identity().name()))
        .toList();
  }

  private List<Option> offenceOptions(String country, Act act) {
    return offences.of(country).stream()
        .map(
            (Offence offence) ->
                new Option(
                    offence.id(), offence.article() + ": " + offence.title().in(act.language())))
        .toList();
  }

  private List<Option> victimOptions(UUID id, Act act) {
    return victims.numbers(id, act.who()).entrySet().stream()
        .map(one -> new Option(one.getKey().toString(), Victim.called(one.getValue())))
        .toList();
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.charge-proposed")
  String propose(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String country = pages.head(id, "charges", act).one().country();
    String suspect = form.neededCode("suspect", suspectOptions(suspects.of(id, act.who())));
    Charge.Draft draft =
        new Charge.Draft(
            suspect.isEmpty() ? id : UUID.fromString(suspect),
            form.neededCode("offence", offenceOptions(country, act)),
            form.neededDay("day", today, today),
            List.copyOf(form.ids("victims").stream().collect(Collectors.toSet())));
    return act.submit(
        () -> page(id, act), () -> at(id) + "/" + charges.propose(id, draft, act.who()));
  }

  @PostMapping(ONE + "/bring")
  @Confirmed("prosecute.done.charge-brought")
  @Allowed(Role.PROSECUTOR)
  String bring(@PathVariable UUID id, @PathVariable UUID charge, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("on", today, today);
    String note = act.form().text("note", Filled.LONG);
    return act.submit(
        () -> chargePage(id, charge, act),
        at(id) + "/" + charge,
        () -> charges.bring(id, charge, on, note, act.who()));
  }

  @PostMapping(ONE + "/note")
  @Confirmed("prosecute.done.saved")
  @Allowed(Role.PROSECUTOR)
  String note(@PathVariable UUID id, @PathVariable UUID charge, Act act) {
    String note = act.form().neededText("note", Filled.LONG);
    return act.submit(
        () -> chargePage(id, charge, act),
        at(id) + "/" + charge,
        () -> charges.note(id, charge, note, act.who()));
  }

  @PostMapping(ONE + "/withdraw")
  @Confirmed("prosecute.done.charge-withdrawn")
  @Allowed(Role.PROSECUTOR)
  String withdraw(@PathVariable UUID id, @PathVariable UUID charge, Act act) {
    String reason = act.form().neededText("reason", Filled.LONG);
    return act.submit(
        () -> chargePage(id, charge, act),
        at(id) + "/" + charge,
        () -> charges.withdraw(id, charge, reason, act.who()));
  }

  private static String at(UUID id) {
    return InvestigationPages.HERE + "/" + id + "/charges";
  }
}
