import { Injectable, NotFoundException } from '@nestjs/common'; // breaks
import { HttpException as Refusal } from '@nestjs/common'; // breaks

export const used = [Injectable, NotFoundException, Refusal];
