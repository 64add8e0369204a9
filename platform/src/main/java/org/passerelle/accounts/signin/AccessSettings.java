package org.passerelle.accounts.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param idle without any request
 * @param absolute from sign-in, whatever happens
 */
@ConfigurationProperties("passerelle.session")
public record AccessSettings(
    @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration absolute) {}
