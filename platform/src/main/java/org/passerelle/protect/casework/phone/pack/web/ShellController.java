package org.passerelle.protect.casework.phone.pack.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.phone.pack.PhoneShell;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The offline page. It is identical for everybody and names nobody, because browsers cache it; its
 * user is known only to the scripts running in it.
 */
@Controller
@OpenToAll
class ShellController {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final MediaType MANIFEST =
      MediaType.parseMediaType("application/manifest+json;charset=UTF-8");

  private final PhoneShell shell;

  ShellController(PhoneShell shell) {
    this.shell = shell;
  }

  @GetMapping("/phone")
  String page(Act act) {
    return "protect/phone/shell";
  }

  @GetMapping("/phone/words")
  ResponseEntity<String> words() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(shell.words());
  }

  @GetMapping("/sw.js")
  ResponseEntity<String> worker() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(shell.worker());
  }

  /** Manifest for installation (<a href="https://www.w3.org/TR/appmanifest/">W3C</a>). */
  @GetMapping("/phone/manifest")
  ResponseEntity<Map<String, Object>> manifest(Act act) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", "/phone");
    manifest.put("name", act.text("house.name"));
    manifest.put("short_name", act.text("house.name"));
    manifest.put("description", act.text("phone.lede"));
    manifest.put("start_url", "/phone");
    manifest.put("scope", "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#fbfaf8");
    manifest.put("theme_color", "#0d4a59");
    manifest.put(
        "icons",
        List.of(
            icon("/phone/icon-192.png", "192x192", "any"),
            icon("/phone/icon-512.png", "512x512", "any"),
            icon("/phone/icon-mask-512.png", "512x512", "maskable")));
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .cacheControl(CacheControl.noCache())
        .body(manifest);
  }

  private static Map<String, String> icon(String file, String sizes, String purpose) {
    return Map.of("src", file, "sizes", sizes, "type", "image/png", "purpose", purpose);
  }
}
