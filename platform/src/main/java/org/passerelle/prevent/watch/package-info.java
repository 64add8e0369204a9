/**
 * Watch list of online recruitment: accounts, adverts, phrases, telephones, platforms and pictures,
 * entered by hand and found again in tips and networks. The server never opens what stands on it
 * (decision 0175).
 */
@NamedInterface("watch")
@NullMarked
package org.passerelle.prevent.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
