/** The pages of the module partner. */
@NullMarked
package org.passerelle.partner.web;

import org.jspecify.annotations.NullMarked;
