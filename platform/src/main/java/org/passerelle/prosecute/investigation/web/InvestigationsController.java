package org.passerelle.prosecute.investigation.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.Timeline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Investigations: the list, a new one, its first page, its state. */
@Controller
@Investigators
class InvestigationsController implements RoomEntries {
  private static final String HERE = InvestigationPages.HERE;
  private static final int TITLE = 150;
  private static final int REFERENCE = 60;
  private static final int NEWEST = 12;
  private final Investigations investigations;
  private final InvestigationTeam team;
  private final Timeline timeline;
  private final InvestigationPages pages;
  private final Organisations organisations;
  private final Users users;
  private final CodeOptions options;

  InvestigationsController(
      Investigations investigations,
      InvestigationTeam team,
      Timeline timeline,
      InvestigationPages pages,
      Organisations organisations,
      Users users,
      CodeOptions options) {
    this.investigations = investigations;
    this.team = team;
    this.timeline = timeline;
    this.pages = pages;
    this.organisations = organisations;
    this.users = users;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 2, "investigation.nav", HERE, Investigators.ROLES));
  }

  @GetMapping(HERE)
  String list(Act act) {
    return act.with("lines", investigations.all(act.who()))
        .with("words", new CodeWords(options, act.language()))
        .show("prosecute/investigation/list");
  }

  @GetMapping(HERE + "/new")
  @Allowed(Role.PROSECUTOR)
  String blank(Act act) {
    act.form(
        Map.of(
            "kind",
            "trafficking",
            "country",
            organisations.find(act.who().organisation()).map(Organisation::country).orElse(""),
            "opened",
            act.page().moments().today().toString()));
    return form(act, HERE, act.text("investigation.begin"));
  }

  private String form(Act act, String action, String title) {
    return act.with("words", new CodeWords(options, act.language()))
        .with("action", action)
        .with("title", title)
        .show("prosecute/investigation/edit");
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.investigation-begun")
  @Allowed(Role.PROSECUTOR)
  String begin(Act act) {
    Investigation.Draft draft = draft(act);
    return act.refusalsAt("title")
        .submit(
            () -> form(act, HERE, act.text("investigation.begin")),
            () -> HERE + "/" + investigations.begin(draft, act.who()));
  }

  private Investigation.Draft draft(Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String exploitation = form.code("form", options.codes("forms_of_exploitation"));
    return new Investigation.Draft(
        form.neededCode("kind", Set.copyOf(Investigation.KINDS)),
        form.neededCode("country", options.codes("countries")),
        exploitation.isEmpty() ? null : exploitation,
        form.neededDay("opened", today, today),
        new Investigation.Words(
            form.neededText("title", TITLE),
            form.text("reference", REFERENCE),
            form.text("summary", Filled.LONG)));
  }

  @GetMapping(HERE + "/{id}")
  String one(@PathVariable UUID id, Act act) {
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "", act);
    List<InvestigationTeam.Line> members = team.of(id, act.who());
    List<Timeline.Line> lines = timeline.newest(id, NEWEST, act.who());
    act.form(Map.of("on", act.page().moments().today().toString()));
    return act.with("head", head)
        .with("members", members)
        .with("lines", lines)
        .with("names", users.names(InvestigationNames.of(members, lines)))
        .show("prosecute/investigation/one");
  }

  @GetMapping(HERE + "/{id}/edit")
  String edit(@PathVariable UUID id, Act act) {
    act.form(stored(id, act));
    return form(act, HERE + "/" + id + "/edit", act.text("investigation.edit"));
  }

  private Filled stored(UUID id, Act act) {
    Investigation one = investigations.open(id, "title", act.who());
    Map<String, String> stored = new HashMap<>();
    stored.put("kind", one.kind());
    stored.put("country", one.country());
    stored.put("form", Objects.requireNonNullElse(one.form(), ""));
    stored.put("opened", one.openedOn().toString());
    stored.put("title", one.words().title());
    stored.put("reference", one.words().reference());
    stored.put("summary", one.words().summary());
    stored.put(Filled.VERSION, String.valueOf(one.version()));
    return Filled.with(stored);
  }

  @PostMapping(HERE + "/{id}/edit")
  @Confirmed("prosecute.done.saved")
  String change(@PathVariable UUID id, Act act) {
    Investigation.Draft draft = draft(act);
    int version = act.form().version();
    return act.refusalsAt("title")
        .submit(
            () -> form(act, HERE + "/" + id + "/edit", act.text("investigation.edit")),
            () -> {
              investigations.change(id, draft, version, act.who());
              return HERE + "/" + id;
            },
            () -> stored(id, act));
  }

  @PostMapping(HERE + "/{id}/suspend")
  @Confirmed("prosecute.done.investigation-suspended")
  @Allowed(Role.PROSECUTOR)
  String suspend(@PathVariable UUID id, Act act) {
    return act.once(HERE + "/" + id, () -> investigations.suspend(id, true, act.who()));
  }

  @PostMapping(HERE + "/{id}/resume")
  @Confirmed("prosecute.done.investigation-resumed")
  @Allowed(Role.PROSECUTOR)
  String resume(@PathVariable UUID id, Act act) {
    return act.once(HERE + "/" + id, () -> investigations.suspend(id, false, act.who()));
  }

  @PostMapping(HERE + "/{id}/close")
  @Confirmed("prosecute.done.investigation-closed")
  @Allowed(Role.PROSECUTOR)
  String close(@PathVariable UUID id, Act act) {
    LocalDate today = act.page().moments().today();
    String reason = act.form().neededCode("reason", Set.copyOf(Investigation.REASONS));
    LocalDate on = act.form().neededDay("on", today, today);
    return act.submit(
        () -> page(id, act),
        HERE + "/" + id,
        () -> investigations.close(id, reason, on, act.who()));
  }
}
