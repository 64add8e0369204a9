package org.passerelle.understand.network.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.network.KindMemory;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Uploads;
import org.passerelle.work.Upload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Import of a file: upload, columns, check, import. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class NetworkImportController {
  private static final String HERE = NetworksController.HERE + "/{id}/import";
  private final Networks networks;
  private final Uploads uploads;
  private final KindMemory kinds;

  NetworkImportController(Networks networks, Uploads uploads, KindMemory kinds) {
    this.networks = networks;
    this.uploads = uploads;
    this.kinds = kinds;
  }

  @GetMapping(HERE)
  String choose(@PathVariable UUID id, Act act) {
    return act.with("opened", networks.look(id, act.who())).show("understand/network/import");
  }

  @PostMapping(HERE + "/upload")
  String receive(@PathVariable UUID id, Act act) throws IOException {
    Upload upload = file(act);
    byte[] content = Uploads.read(upload.content());
    return act.once(() -> at(id) + "/" + uploads.receive(id, upload.name(), content, act.who()));
  }

  @PostMapping(HERE + "/{upload}/actors/upload")
  String receiveActors(@PathVariable UUID id, @PathVariable UUID upload, Act act)
      throws IOException {
    byte[] content = Uploads.read(file(act).content());
    return act.once(
        at(id) + "/" + upload + query(ColumnForm.chosen(act.form())),
        () -> uploads.receiveActors(id, upload, content, act.who()));
  }

  private static Upload file(Act act) {
    return Upload.of(act.request()).orElseThrow(() -> new Refused("network.refused.no-file"));
  }

  @GetMapping(HERE + "/{upload}")
  String columns(@PathVariable UUID id, @PathVariable UUID upload, Act act) {
    act.form(ColumnForm.chosen(act.asked()));
    return show(id, uploads.find(id, upload, act.who()), null, null, act);
  }

  @PostMapping(HERE + "/{upload}")
  String read(@PathVariable UUID id, @PathVariable UUID upload, Act act) {
    Uploads.Upload found = uploads.find(id, upload, act.who());
    Filled form = act.form();
    try {
      ColumnForm columns = new ColumnForm(form, found, uploads.mappings(id, act.who()));
      NetworkFile read =
          Uploads.check(found, columns.mapping(), form.ticked("directed"), form.ticked("twomode"));
      KindForm meant = KindForm.of(read, form, kinds.of(id, act.who()));
      return form.ticked("enter")
          ? act.submit(
              () -> show(id, found, read, null, act),
              NetworksController.HERE + "/" + id,
              () -> {
                enter(id, found, meant.mapped(read), columns, act);
                if (!meant.words().isEmpty()) {
                  kinds.keep(id, meant.words(), act.who());
                }
              })
          : act.more(() -> show(id, found, read, null, act));
    } catch (BadNetwork | IOException unread) {
      FileMessage problem = FileMessage.why(unread, act.page().texts());
      return act.again(() -> show(id, found, null, problem, act));
    }
  }

  private void enter(
      UUID id, Uploads.Upload upload, NetworkFile read, ColumnForm columns, Act act) {
    uploads.enter(id, upload, read, act.who());
    columns.kept().ifPresent(mapping -> uploads.keep(id, mapping, act.who()));
    act.notice(
        "good",
        "network.import.entered",
        read.network().actors().size(),
        read.network().ties().size());
  }

  private String show(
      UUID id,
      Uploads.Upload upload,
      @Nullable NetworkFile read,
      @Nullable FileMessage problem,
      Act act) {
    return act.with("opened", networks.look(id, act.who()))
        .with("kinds", read == null ? null : KindForm.of(read, act.form(), kinds.of(id, act.who())))
        .show(
            "understand/network/columns",
            ColumnPage.of(
                upload,
                act.form(),
                read,
                problem,
                uploads.mappings(id, act.who()),
                act.page().texts()));
  }

  private static String query(Map<String, String> chosen) {
    return chosen.isEmpty()
        ? ""
        : chosen.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String at(UUID id) {
    return NetworksController.HERE + "/" + id + "/import";
  }
}
