package org.passerelle.house.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.EntryForm;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.EntryIds;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.register.StoredForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates, changes and retires entries of the register. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.TRAINER})
class RegisterChangeController {
  private final Register register;
  private final CountryNames countries;
  private final List<EntryCheck> checks;

  RegisterChangeController(Register register, CountryNames countries, List<EntryCheck> checks) {
    this.register = register;
    this.countries = countries;
    this.checks = checks;
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/new")
  String fill(@PathVariable("kind") String kindId, Act act) {
    act.form(act.asked());
    return show(editable(kindId, act), "", "", act);
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/{id}/edit")
  String edit(@PathVariable("kind") String kindId, @PathVariable String id, Act act) {
    Kind kind = editable(kindId, act);
    act.form(StoredForm.of(entry(kind, id), act.page().moments()));
    return show(kind, id, "", act);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}")
  String create(@PathVariable("kind") String kindId, Act act) {
    return take(editable(kindId, act), null, act);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/{id}")
  String change(@PathVariable("kind") String kindId, @PathVariable String id, Act act) {
    Kind kind = editable(kindId, act);
    return take(kind, entry(kind, id), act);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/{id}/retire")
  String retire(@PathVariable("kind") String kindId, @PathVariable String id, Act act) {
    Kind kind = editable(kindId, act);
    return act.once(
        () -> {
          Filled form = act.form();
          register.retire(
              act.who(), entry(kind, id), form.version(), form.text("_reason", Filled.SHORT));
          act.notice("good", "register.retired");
          return "/" + kind.room() + "/register/" + kind.id();
        });
  }

  private String take(Kind kind, @Nullable Entry before, Act act) {
    Filled form = act.form();
    String known = before == null ? "" : before.id();
    String more = form.text("_more", 60);
    if (!more.isEmpty()) {
      return act.more(() -> show(kind, known, more, act));
    }
    Facts facts = register.facts();
    Map<String, Object> content = new EntryForm(form, facts).content(kind, before);
    String id =
        before == null ? new EntryIds(kind, register.taken(kind)).next(form, content) : known;
    if (form.errors().isEmpty()) {
      Entry entry = new Entry(kind, id, form.version() + 1, content);
      checks.stream()
          .filter(check -> check.kind().equals(kind.id()))
          .flatMap(check -> check.check(entry, facts).stream())
          .forEach(p -> form.errors().add(p.field(), p.key(), p.arguments().toArray()));
    }
    return act.submit(
        () -> show(kind, known, "", act),
        () -> {
          Entry saved =
              register.save(
                  act.who(), kind, id, form.version(), content, form.text("_reason", Filled.SHORT));
          act.notice("good", "register.saved");
          return saved.href();
        },
        () -> StoredForm.of(entry(kind, id), act.page().moments()));
  }

  static Kind editable(String kindId, Act act) {
    return Optional.of(RegisterController.kind(kindId, act))
        .filter(kind -> RegisterController.mayEdit(act.who(), kind))
        .orElseThrow(NotFound::new);
  }

  private Entry entry(Kind kind, String id) {
    return register.facts().find(kind.id(), id).orElseThrow(NotFound::new);
  }

  /**
   * The form.
   *
   * @param id identifier of the entry, or empty for a new one
   * @param more repeated field that gets further empty rows, or empty
   */
  private String show(Kind kind, String id, String more, Act act) {
    return act.show(
        "house/register/form",
        new EntryFormPage(
            kind,
            id.isEmpty() ? null : entry(kind, id),
            act.form(),
            register.facts(),
            countries,
            act.language(),
            more));
  }
}
