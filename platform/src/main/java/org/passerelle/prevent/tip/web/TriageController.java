package org.passerelle.prevent.tip.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipFigures;
import org.passerelle.prevent.tip.TipPartners;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.Triage;
import org.passerelle.refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of tips, their files and figures, and whether the team receives any. */
@Controller
@Allowed(Role.TRIAGE_OFFICER)
class TriageController {
  static final String HERE = "/prevent/tips";
  private final Triage triage;
  private final TipTeams teams;
  private final TipFigures figures;
  private final TipPartners partners;
  private final Users users;
  private final FormDefinitions definitions;

  TriageController(
      Triage triage,
      TipTeams teams,
      TipFigures figures,
      TipPartners partners,
      Users users,
      FormDefinitions definitions) {
    this.triage = triage;
    this.teams = teams;
    this.figures = figures;
    this.partners = partners;
    this.users = users;
    this.definitions = definitions;
  }

  @GetMapping(HERE)
  String list(Act act) {
    act.form(Map.of());
    boolean closed = act.asked().ticked("closed");
    List<Option> senders = senders(act);
    String from = act.asked().code("from", senders);
    List<Tip> tips = triage.list(act.who(), closed, from);
    Map<UUID, String> names =
        users.names(
            tips.stream()
                .flatMap(tip -> java.util.stream.Stream.ofNullable(tip.holder()))
                .toList());
    return act.show(
        "prevent/triage/list",
        new TriageList(
            tips,
            closed,
            new TriageList.From(
                from,
                senders,
                partners.names(
                    tips.stream()
                        .flatMap(tip -> java.util.stream.Stream.ofNullable(tip.partner()))
                        .toList())),
            teams.receives(act.who()),
            teams.isGuarded(),
            names,
            definitions.lists()));
  }

  /** The public, sectors and partners; none while the team has no partner. */
  private List<Option> senders(Act act) {
    Map<UUID, String> known = partners.of(act.who().organisation());
    if (known.isEmpty()) {
      return List.of();
    }
    List<Option> senders = new ArrayList<>();
    senders.add(new Option(Triage.PUBLIC, act.text("triage.from.public")));
    Tip.SECTORS.forEach(
        sector -> senders.add(new Option(sector, act.text("channel.sector." + sector))));
    known.forEach((id, name) -> senders.add(new Option(id.toString(), name)));
    return senders;
  }

  @PostMapping(HERE + "/team/begin")
  String begin(Act act) {
    return act.once(
        HERE,
        () -> {
          teams.begin(act.who());
          act.notice("good", "triage.team.begun");
        });
  }

  @PostMapping(HERE + "/team/end")
  String pause(Act act) {
    return act.once(
        HERE,
        () -> {
          teams.pause(act.who());
          act.notice("good", "triage.team.paused");
        });
  }

  @PostMapping(HERE + "/team/guard")
  String guard(Act act) {
    return act.once(
        HERE,
        () -> {
          teams.guard(act.who());
          act.notice("good", "triage.team.guarded");
        });
  }

  @GetMapping(HERE + "/figures")
  String figures(Act act) {
    return act.with(
            "partners",
            TipFiguresPage.of(figures.ofPartners(act.who()), definitions.lists(), act.page()))
        .show(
            "prevent/triage/figures",
            TipFiguresPage.of(figures.of(act.who()), definitions.lists(), act.page()));
  }

  /**
   * A picture is drawn anew, so that nothing in it says where it was taken; nothing is shown here.
   */
  @GetMapping(HERE + "/{id}/files/{part}/{number}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, Act act) {
    String number = act.part("number");
    if (!number.matches("[0-9]{1,2}")) {
      throw new NotFound();
    }
    TipContent.TipFile file =
        triage.file(act.who(), id, act.partId("part"), Integer.parseInt(number));
    return TipFiles.answer(file);
  }
}
