package org.passerelle.house.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.FormPages;
import org.passerelle.forms.FormReliance;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Taking in a new version of a form: sent, looked at, compared, activated. */
@Controller
@RequestMapping("/house/forms")
@Allowed(Role.ADMINISTRATOR)
class FormImportController {
  private final FormImports imports;
  private final FormDefinitions definitions;
  private final List<FormReliance> reliances;
  private final OnceOnly once;

  FormImportController(
      FormImports imports,
      FormDefinitions definitions,
      List<FormReliance> reliances,
      OnceOnly once) {
    this.imports = imports;
    this.definitions = definitions;
    this.reliances = reliances;
    this.once = once;
  }

  @GetMapping
  String all(@ModelAttribute("page") Page page, Model model) {
    return list(List.of(), model);
  }

  private String list(List<org.passerelle.forms.FormProblem> problems, Model model) {
    model.addAttribute("imported", imports.all());
    model.addAttribute("problems", problems);
    model.addAttribute(
        "current",
        List.of(FormDefinition.Kind.values()).stream()
            .flatMap(kind -> definitions.current(kind).stream())
            .toList());
    return "forms/imports";
  }

  @PostMapping
  String receive(
      @RequestParam MultipartFile file,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model)
      throws IOException {
    if (file.isEmpty()) {
      throw new Refused("formimport.refused.no-file");
    }
    FormImports.Received received = imports.receive(text(file.getBytes()), who);
    UUID id = received.id();
    return id == null ? list(received.problems(), model) : "redirect:/house/forms/" + id;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw new Refused("formimport.refused.encoding");
    }
  }

  @GetMapping("/{id}")
  @Allowed({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
  String compare(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    FormImports.Imported imported = imports.find(id);
    FormDefinition after = imports.definition(id);
    List<FormComparison.Difference> differences =
        FormComparison.of(imports.before(imported).orElse(null), after);
    model.addAttribute(
        "view",
        new FormImportPage(
            imported,
            after,
            imports.before(imported).map(FormDefinition::version).orElse(0),
            differences,
            FormImportPage.touched(reliances, differences),
            imported.active()
                ? List.of()
                : imports.moved(imported).stream()
                    .map(moved -> FormPages.opens(moved, page))
                    .toList(),
            imports.waiting(id).isPresent()));
    return "forms/compare";
  }

  @GetMapping("/{id}/preview")
  @Allowed({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
  String preview(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    FormDefinition form = imports.definition(id);
    model.addAttribute("imported", imports.find(id));
    model.addAttribute("form", form);
    model.addAttribute("sections", FormPages.preview(page, form));
    return "forms/preview";
  }

  @PostMapping("/{id}/activate")
  String activate(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          boolean waits = imports.activate(id, who).isPresent();
          Notices.leave(
              request,
              waits ? "warn" : "good",
              page.text(waits ? "formimport.waits" : "formimport.activated"));
          return "/house/forms/" + id;
        });
  }

  @PostMapping("/{id}/discard")
  String discard(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          imports.discard(id, who);
          return "/house/forms";
        });
  }
}
