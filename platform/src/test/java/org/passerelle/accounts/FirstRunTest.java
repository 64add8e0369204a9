package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.PlatformApplication;
import org.passerelle.access.Role;
import org.passerelle.accounts.signin.Setup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty house, which browsers reach by TLS. */
@Tag("slow")
@Tag("long")
class FirstRunTest {
  @TempDir Path folder;
  private ConfigurableApplicationContext house;
  private String address = "";

  @BeforeEach
  void start() {
    house =
        new SpringApplicationBuilder(PlatformApplication.class)
            .run(
                "--server.port=0",
                "--passerelle.data=" + folder.resolve("data"),
                "--passerelle.node-key=" + folder.resolve("node.key"),
                "--passerelle.node=test",
                "--passerelle.demo=false",
                "--passerelle.address=https://house.example",
                "--spring.datasource.url=jdbc:h2:file:"
                    + folder.resolve("db")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    address = "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void theFirstLinkMakesOneOrganisationAndOneAdministratorOnce() throws Exception {
    Setup setup = house.getBean(Setup.class);
    String old = setup.firstLink().orElseThrow();
    String token = setup.firstLink().orElseThrow();
    assertThat(get("/setup/" + old, "").statusCode()).as("only the last link").isEqualTo(404);

    HttpResponse<String> page = get("/setup/" + token, "");
    assertThat(page.statusCode()).isEqualTo(200);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    // a stranger has the token of their form and no session yet
    assertThat(cookie).startsWith("__Host-form=").contains("Secure", "HttpOnly", "Path=/");
    assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
        .contains("max-age=31536000");

    HttpResponse<String> weak = first(token, page, "password1234");
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(weak.body()).contains("value=\"admin.first\"", "value=\"kuca\"");

    HttpResponse<String> done = first(token, page, Member.PASSWORD);
    assertThat(done.headers().firstValue("Location")).contains("/sign-in/enrol");
    assertThat(done.headers().allValues("Set-Cookie"))
        .anySatisfy(
            set ->
                assertThat(set)
                    .startsWith("__Host-passerelle=")
                    .contains("Secure", "HttpOnly", "Path=/"));
    Users users = house.getBean(Users.class);
    assertThat(users.all()).hasSize(1);
    assertThat(users.all().get(0).roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(users.all().get(0).language()).isEqualTo("fr");
    assertThat(house.getBean(Organisations.class).byHandle("kuca")).isPresent();

    assertThat(get("/setup/" + token, "").statusCode()).isEqualTo(404);
    assertThat(setup.firstLink()).isEmpty();
  }

  private HttpResponse<String> first(String token, HttpResponse<String> page, String password)
      throws IOException, InterruptedException {
    Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(csrf.find()).isTrue();
    List<String> pairs = new ArrayList<>();
    String[] fields = {
      "_csrf",
      csrf.group(1),
      "nameEn",
      "House",
      "nameFr",
      "Maison",
      "nameSr",
      "Кућа",
      "handle",
      "kuca",
      "type",
      "ngo",
      "country",
      "RS",
      "place",
      "Београд",
      "name",
      "Ана",
      "login",
      "admin.first",
      "password",
      password,
      "passwordAgain",
      password
    };
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return HttpClient.newHttpClient()
        .send(
            request("/setup/" + token + "/first", cookie(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String cookie(HttpResponse<String> page) {
    return page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  private HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request(path, cookie).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept-Language", "fr")
        .header("Cookie", cookie);
  }
}
