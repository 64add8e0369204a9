/** Pages of the catalogue. */
@NullMarked
package org.passerelle.protect.care.catalogue.web;

import org.jspecify.annotations.NullMarked;
