/** Pages of the placement officer's start page. */
@NullMarked
package org.passerelle.protect.casework.placement.home.web;

import org.jspecify.annotations.NullMarked;
