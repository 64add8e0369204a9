/** Pages of incidents. */
@NullMarked
package org.passerelle.protect.safety.incident.web;

import org.jspecify.annotations.NullMarked;
