package org.passerelle.api.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.passerelle.PlatformSettings;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.Scope;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI 3.1 description of the API, generated from the handlers. */
@RestController
@OpenToAll
class Description {
  private final OpenApiWebMvcResource made;

  Description(OpenApiWebMvcResource made) {
    this.made = made;
  }

  @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> description(HttpServletRequest request) throws JsonProcessingException {
    return ResponseEntity.ok(made.openapiJson(request, "/api/v1/openapi.json", Locale.ENGLISH));
  }

  /** Fills in the general part, and the scope required by each operation. */
  @Configuration
  static class Said {
    @Bean
    OpenAPI apiDescription(PlatformSettings house) {
      // never taken from the request: a forged host name would be passed on to every program
      String address = house.address() == null ? "/" : house.address();
      return new OpenAPI()
          .servers(List.of(new Server().url(address)))
          .info(
              new Info()
                  .title("Passerelle")
                  .version("1")
                  .description(
                      "Cases, screenings and referrals with the same rules as the pages, and reports of"
                          + " partners with a token of their own. Problems are answered as application/problem+json. Send Idempotency-Key (a UUID)"
                          + " with every POST."))
          .components(
              new Components()
                  .addSecuritySchemes(
                      "token",
                      new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
          .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OperationCustomizer apiScopes() {
      return (operation, handler) -> {
        Scope scope = handler.getMethodAnnotation(Scope.class);
        return scope == null
            ? operation
            : operation.summary("Needs the scope " + scope.value() + ".");
      };
    }
  }
}
