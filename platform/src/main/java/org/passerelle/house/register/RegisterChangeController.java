package org.passerelle.house.register;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.EntryForm;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.register.StoredForm;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enters, changes and retires entries of the register. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.TRAINER})
class RegisterChangeController {
  private final Register register;
  private final CountryNames countries;
  private final OnceOnly once;
  private final List<EntryCheck> checks;

  RegisterChangeController(
      Register register, CountryNames countries, OnceOnly once, List<EntryCheck> checks) {
    this.register = register;
    this.countries = countries;
    this.once = once;
    this.checks = checks;
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/new")
  String fill(
      @PathVariable String room,
      @PathVariable("kind") String kindId,
      @RequestParam Map<String, String> preset,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    Kind kind = editable(room, kindId, who);
    return show(new Form(kind, null, Filled.with(preset), ""), page, model);
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/{id}/edit")
  String edit(
      @PathVariable String room,
      @PathVariable("kind") String kindId,
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    Kind kind = editable(room, kindId, who);
    Entry entry = register.facts().find(kindId, id).orElseThrow(NotFound::new);
    return show(new Form(kind, entry, StoredForm.of(entry), ""), page, model);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}")
  String create(
      @PathVariable String room,
      @PathVariable("kind") String kindId,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Kind kind = editable(room, kindId, who);
    return take(kind, null, Filled.of(sent), who, page, request, model);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/{id}")
  String change(
      @PathVariable String room,
      @PathVariable("kind") String kindId,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Kind kind = editable(room, kindId, who);
    Entry entry = register.facts().find(kindId, id).orElseThrow(NotFound::new);
    return take(kind, entry, Filled.of(sent), who, page, request, model);
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/{id}/retire")
  String retire(
      @PathVariable String room,
      @PathVariable("kind") String kindId,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Kind kind = editable(room, kindId, who);
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          Entry entry = register.facts().find(kindId, id).orElseThrow(NotFound::new);
          register.retire(who, entry, form.version(), form.text("_reason", Filled.SHORT));
          Notices.leave(request, "good", page.text("register.retired"));
          return "/" + kind.room() + "/register/" + kind.id();
        });
  }

  private String take(
      Kind kind,
      @Nullable Entry before,
      Filled form,
      SignedIn who,
      Page page,
      HttpServletRequest request,
      Model model) {
    String more = form.text("_more", 60);
    Facts facts = register.facts();
    Map<String, Object> content = new EntryForm(form, facts).content(kind, before);
    String id = before == null ? id(kind, form, content, facts) : before.id();
    if (form.errors().isEmpty()) {
      Entry entry = new Entry(kind, id, form.version() + 1, content);
      checks.stream()
          .filter(check -> check.kind().equals(kind.id()))
          .flatMap(check -> check.check(entry, facts).stream())
          .forEach(p -> form.errors().add(p.field(), p.key(), p.arguments().toArray()));
    }
    if (!more.isEmpty() || !form.errors().isEmpty()) {
      return show(new Form(kind, before, form, more), page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          Entry saved =
              register.save(
                  who, kind, id, form.version(), content, form.text("_reason", Filled.SHORT));
          Notices.leave(request, "good", page.text("register.saved"));
          return saved.href();
        });
  }

  /** The name in the register: as typed, or made of the English title. */
  private static String id(Kind kind, Filled form, Map<String, Object> content, Facts facts) {
    String typed = form.text("_id", 80);
    if (typed.isEmpty()) {
      Object named = content.get(kind.namedBy());
      String title =
          named instanceof Map<?, ?> texts
              ? texts.values().stream().findFirst().map(Object::toString).orElse("")
              : String.valueOf(named);
      String slug = slug(title);
      return free(kind, slug.isEmpty() ? kind.id() : slug, facts);
    }
    if (!typed.matches("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}")) {
      form.errors().add("_id", "register.error.id");
    } else if (facts.find(kind.id(), typed).isPresent()) {
      form.errors().add("_id", "register.refused.taken", typed);
    }
    return typed;
  }

  private static String slug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() > 60 ? plain.substring(0, 60).replaceAll("-[^-]*$", "") : plain;
  }

  private static String free(Kind kind, String slug, Facts facts) {
    String id = slug;
    for (int n = 2; facts.find(kind.id(), id).isPresent(); n++) {
      id = slug + "-" + n;
    }
    return id;
  }

  private static Kind editable(String room, String kindId, SignedIn who) {
    return Optional.of(RegisterController.kind(room, kindId))
        .filter(kind -> RegisterController.mayEdit(who, kind))
        .orElseThrow(NotFound::new);
  }

  private String show(Form form, Page page, Model model) {
    model.addAttribute(
        "view",
        new EntryFormPage(
            form.kind,
            form.entry,
            form.filled,
            register.facts(),
            countries,
            page.language(),
            form.more));
    return "house/register/form";
  }

  private record Form(Kind kind, @Nullable Entry entry, Filled filled, String more) {}
}
