/**
 * Import and export of cases by the Human Trafficking Case Data Standard 2.0 of the International
 * Organization for Migration.
 */
@NamedInterface("htcds")
@NullMarked
package org.passerelle.protect.sharing.htcds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
