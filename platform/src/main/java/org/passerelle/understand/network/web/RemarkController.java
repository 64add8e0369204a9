package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Notes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a team remarks on a network: notes, and looks that are kept under a name. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class RemarkController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int NAME = 100;
  private final Networks networks;
  private final Notes notes;
  private final KeptViews views;
  private final OnceOnly once;

  RemarkController(Networks networks, Notes notes, KeptViews views, OnceOnly once) {
    this.networks = networks;
    this.notes = notes;
    this.views = views;
    this.once = once;
  }

  @PostMapping(HERE + "/notes")
  String note(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String content = form.neededText("note", Filled.LONG);
    @Nullable UUID of = element(form.shown("element"));
    return once.run(
        form.once(),
        who,
        () -> {
          if (form.errors().isEmpty()) {
            notes.write(id, of, content, who);
          } else {
            Notices.leave(request, "danger", page.text("network.note.error", Filled.LONG));
          }
          return of == null
              ? NetworksController.HERE + "/" + id + "/changes"
              : LookForm.back(id, form);
        });
  }

  @PostMapping(HERE + "/views")
  String keep(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String name = form.neededText("name", NAME);
    return once.run(
        form.once(),
        who,
        () -> {
          if (form.errors().isEmpty()) {
            views.keep(id, name, LookForm.kept(form, networks.find(id, who).network()), who);
            Notices.leave(request, "good", page.text("network.view.kept", name));
          } else {
            Notices.leave(request, "danger", page.text("network.view.error", NAME));
          }
          return LookForm.back(id, form);
        });
  }

  @PostMapping(HERE + "/views/{view}/forget")
  String forget(
      @PathVariable UUID id,
      @PathVariable UUID view,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          views.forget(id, view, who);
          return LookForm.back(id, form);
        });
  }

  private static @Nullable UUID element(String sent) {
    try {
      return sent.isEmpty() ? null : UUID.fromString(sent);
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }
}
