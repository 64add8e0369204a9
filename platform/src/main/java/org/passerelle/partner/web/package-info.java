/** The pages of the room partner. */
@NullMarked
package org.passerelle.partner.web;

import org.jspecify.annotations.NullMarked;
