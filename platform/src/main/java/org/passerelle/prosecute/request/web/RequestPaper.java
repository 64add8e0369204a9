package org.passerelle.prosecute.request.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.prosecute.request.AssistanceRequest;
import org.passerelle.prosecute.request.RequestForm;
import org.passerelle.protect.casework.casefile.Sheet;

/** A request on paper, section by section, as an accessible PDF; a draft says so. */
final class RequestPaper {
  private RequestPaper() {}

  /**
   * The document in the language of the texts.
   *
   * @param country name of the country to which it goes
   * @param exhibits exhibits it refers to, as they are called
   */
  static Sheet of(
      AssistanceRequest request,
      String country,
      List<String> exhibits,
      Language language,
      Texts texts,
      Moments moments) {
    List<Sheet.Part> parts = new ArrayList<>();
    for (RequestForm.Section section : RequestForm.of(request.kind()).sections()) {
      parts.add(
          new Sheet.Part(
              section.id(),
              texts.text("request." + request.kind() + "." + section.id()),
              texts.text("request.paper.empty"),
              section.fields().stream()
                  .filter(field -> !request.words().text(field.id()).isBlank())
                  .map(
                      field ->
                          Sheet.Row.of(
                              texts.text("request.field." + field.id()),
                              request.words().text(field.id())))
                  .toList()));
    }
    if (!exhibits.isEmpty()) {
      parts.add(
          new Sheet.Part(
              "attached",
              texts.text("request.exhibits"),
              texts.text("request.paper.empty"),
              List.of(new Sheet.Row(texts.text("request.paper.attached"), exhibits))));
    }
    List<String> lines = new ArrayList<>(List.of(texts.text("request.paper.to", country)));
    if (request.answerBy() != null) {
      lines.add(texts.text("request.paper.by", moments.date(request.answerBy())));
    }
    if (request.drafted()) {
      lines.add(texts.text("request.paper.draft"));
    }
    return new Sheet(
        language.tag(),
        texts.text("request.kind." + request.kind()),
        lines,
        List.of(texts.text("request.paper.footer", request.called())),
        parts,
        request.kind().equals("eio") ? List.of(texts.text("request.paper.official")) : List.of());
  }
}
