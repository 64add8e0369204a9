package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Uploads;
import org.passerelle.work.Upload;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A file comes in: chosen, its columns told, checked, entered. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class NetworkImportController {
  private static final String HERE = NetworksController.HERE + "/{id}/import";
  private final Networks networks;
  private final Uploads uploads;
  private final OnceOnly once;

  NetworkImportController(Networks networks, Uploads uploads, OnceOnly once) {
    this.networks = networks;
    this.uploads = uploads;
    this.once = once;
  }

  @GetMapping(HERE)
  String choose(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("opened", networks.look(id, who));
    return "understand/network/import";
  }

  @PostMapping(HERE + "/upload")
  String receive(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who)
      throws IOException {
    Upload upload = file(request);
    byte[] content = Uploads.read(upload.content());
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> at(id) + "/" + uploads.receive(id, upload.name(), content, who));
  }

  @PostMapping(HERE + "/{upload}/actors/upload")
  String receiveActors(
      @PathVariable UUID id,
      @PathVariable UUID upload,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who)
      throws IOException {
    byte[] content = Uploads.read(file(request).content());
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          uploads.receiveActors(id, upload, content, who);
          return at(id) + "/" + upload;
        });
  }

  private static Upload file(HttpServletRequest request) {
    return Upload.of(request).orElseThrow(() -> new Refused("network.refused.no-file"));
  }

  @GetMapping(HERE + "/{upload}")
  String columns(
      @PathVariable UUID id,
      @PathVariable UUID upload,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Uploads.Upload found = uploads.find(id, upload, who);
    return show(id, found, Filled.with(Map.of()), null, null, page, who, model);
  }

  @PostMapping(HERE + "/{upload}")
  String read(
      @PathVariable UUID id,
      @PathVariable UUID upload,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Uploads.Upload found = uploads.find(id, upload, who);
    Filled form = Filled.of(sent);
    NetworkFile read;
    try {
      ColumnForm columns = new ColumnForm(form, found, uploads.mappings(id, who));
      read =
          Uploads.check(found, columns.mapping(), form.ticked("directed"), form.ticked("twomode"));
      if (form.ticked("enter")) {
        return once.run(
            form.once(),
            who,
            () -> {
              uploads.enter(id, found, read, who);
              columns.kept().ifPresent(mapping -> uploads.keep(id, mapping, who));
              Notices.leave(
                  request,
                  "good",
                  page.text(
                      "network.import.entered",
                      read.network().actors().size(),
                      read.network().ties().size()));
              return NetworksController.HERE + "/" + id;
            });
      }
    } catch (BadNetwork | IOException unread) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(id, found, form, null, FileSaid.why(unread, page.texts()), page, who, model);
    }
    return show(id, found, form, read, null, page, who, model);
  }

  private String show(
      UUID id,
      Uploads.Upload upload,
      Filled form,
      @Nullable NetworkFile read,
      @Nullable FileSaid problem,
      Page page,
      SignedIn who,
      Model model) {
    model.addAttribute("opened", networks.look(id, who));
    model.addAttribute(
        "view",
        ColumnPage.of(upload, form, read, problem, uploads.mappings(id, who), page.texts()));
    model.addAttribute("form", form);
    return "understand/network/columns";
  }

  private static String at(UUID id) {
    return NetworksController.HERE + "/" + id + "/import";
  }
}
