package org.passerelle.gate;

import org.passerelle.PublicProcess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextRepository;

/** Installs the gate in front of everything else. */
@Configuration
@PublicProcess
class GateRules {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyGate(
      ObjectProvider<SecurityContextRepository> contexts) {
    return server -> server.addEngineValves(new BodyGate(contexts::getObject, MinimumSpeed.USUAL));
  }
}
