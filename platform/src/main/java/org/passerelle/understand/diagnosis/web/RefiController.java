package org.passerelle.understand.diagnosis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.diagnosis.Theme;
import org.passerelle.understand.diagnosis.refi.RefiExports;
import org.passerelle.understand.diagnosis.refi.RefiImports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files for other programs, out and in. */
@Controller
@Allowed(Role.ANALYST)
class RefiController {
  private static final String OF = DiagnosisController.HERE + "/{id}";
  private final RefiExports exports;
  private final RefiImports imports;
  private final DiagnosisPages pages;
  private final OnceOnly once;

  RefiController(RefiExports exports, RefiImports imports, DiagnosisPages pages, OnceOnly once) {
    this.exports = exports;
    this.imports = imports;
    this.pages = pages;
    this.once = once;
  }

  @GetMapping(OF + "/exchange")
  String show(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show(id, Filled.with(Map.of()), page, who, model);
  }

  private String show(UUID id, Filled form, Page page, SignedIn who, Model model) {
    model.addAttribute("view", pages.find(id, who));
    model.addAttribute(
        "themes", Theme.SHIPPED.stream().map(c -> new Option(c, page.text("theme." + c))).toList());
    model.addAttribute("form", form);
    return "understand/diagnosis/exchange";
  }

  @GetMapping(OF + "/export.qdpx")
  ResponseEntity<byte[]> export(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who) {
    byte[] file = exports.export(id, page.texts(), who);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("diagnosis-" + page.moments().today() + ".qdpx")
                .build()
                .toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(file);
  }

  @PostMapping(OF + "/exchange")
  String take(
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    pages.find(id, who);
    Filled form = Filled.of(sent);
    String under = form.code("under", Set.copyOf(Theme.SHIPPED));
    String coder = form.text("coder", Filled.SHORT);
    boolean enter = form.ticked("enter");
    if (file.isEmpty()) {
      form.errors().add("file", "refi.refused.none");
    }
    if (form.errors().isEmpty()) {
      try {
        RefiImports.Read read = imports.read(file.getBytes());
        if (read.clear(coder, who)) {
          return once.run(
              form.once(), who, () -> take(id, read, under, coder, enter, page, who, request));
        }
        form.errors().add("coder", "refi.coder.which", String.join(", ", named(read.coders())));
      } catch (Refused refused) {
        String field = refused.key().equals("refi.refused.under") ? "under" : "file";
        form.errors().add(field, refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(id, form, page, who, model);
  }

  private String take(
      UUID id,
      RefiImports.Read read,
      String under,
      String coder,
      boolean enter,
      Page page,
      SignedIn who,
      HttpServletRequest request) {
    RefiImports.Taken taken = imports.take(id, read, under, coder, enter, who);
    String told = page.text("refi.taken", taken.themes(), taken.codes(), taken.texts());
    if (taken.entered() > 0) {
      told += " " + page.text("refi.taken.entered", taken.entered());
    }
    if (taken.strange() > 0) {
      told += " " + page.text("refi.taken.strange", taken.strange());
    }
    if (taken.left() > 0) {
      told += " " + page.text("refi.taken.left", taken.left());
    }
    Notices.leave(request, "good", told);
    return DiagnosisController.HERE + "/" + id + "/exchange";
  }

  /** The first of many names; the sentence must fit on a page. */
  private static List<String> named(List<String> coders) {
    return coders.stream().limit(20).toList();
  }
}
