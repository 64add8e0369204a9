package org.passerelle.protect.sharing.letterbox.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.OrganisationTypes;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.mail.MailAddress;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.letterbox.Letterbox;
import org.passerelle.protect.sharing.letterbox.Letterboxes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Administration of letterboxes, which are added with the approval of a second person. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class LetterboxesController implements RoomEntries {
  private static final String ALL = "/partner/letterboxes";
  private final Letterboxes letterboxes;
  private final Languages languages;
  private final CodeOptions options;

  LetterboxesController(Letterboxes letterboxes, Languages languages, CodeOptions options) {
    this.letterboxes = letterboxes;
    this.languages = languages;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("partner", 42, "letterbox.nav", ALL, List.of(Role.ADMINISTRATOR)));
  }

  @GetMapping(ALL)
  String all(Act act) {
    act.form(Map.of("type", "national_coordinator"));
    return show(act);
  }

  @PostMapping(ALL)
  String propose(Act act) {
    Filled form = act.form();
    String mail = form.neededText("mail", 200);
    if (!mail.isEmpty() && !MailAddress.is(mail)) {
      form.errors().add("mail", "letterbox.refused.mail");
    }
    Letterbox.Draft draft =
        new Letterbox.Draft(
            form.neededText("name", 200),
            form.neededCode("type", Set.copyOf(OrganisationTypes.ALL)),
            form.neededCode("country", options.codes("countries")),
            mail,
            form.neededText("phone", 60),
            form.neededCode(
                "language",
                languages.guests().stream().map(Language::tag).collect(Collectors.toSet())));
    return act.refusalsAt("name")
        .submit(
            () -> show(act),
            () -> {
              letterboxes.propose(draft, act.who());
              act.notice("warn", "nodes.asked");
              return ALL;
            });
  }

  @PostMapping(ALL + "/{id}/end")
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          letterboxes.end(id, act.who());
          act.notice("good", "letterbox.ended");
          return ALL;
        });
  }

  @PostMapping(ALL + "/{id}/passkeys/remove")
  String forgetPasskeys(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          letterboxes.forgetPasskeys(id, act.who());
          act.notice("good", "letterbox.passkeys.removed");
          return ALL;
        });
  }

  private String show(Act act) {
    List<Letterbox> all = letterboxes.letterboxes();
    act.with(
        "passkeys",
        all.stream().collect(Collectors.toMap(Letterbox::id, b -> letterboxes.passkeys(b.id()))));
    act.with("letterboxes", all);
    act.with(
        "types",
        OrganisationTypes.ALL.stream()
            .map(t -> new Option(t, act.text("access.type." + t)))
            .sorted(Option.byLabel(act.language()))
            .toList());
    act.with("countries", options.sorted("countries", act.language()));
    act.with(
        "languages",
        languages.guests().stream()
            .map(l -> new Option(l.tag(), act.text("house.language.long." + l.tag())))
            .toList());
    return act.show("partner/letterbox/all");
  }
}
